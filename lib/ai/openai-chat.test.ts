import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { arrange, closeProviders, errorOf, JUDGEMENT, KEY, REQUEST } from "../testing/provider/arrange-chat.ts";
import {
  inventedQuotes,
  levelsOutOfRange,
  type Mishap,
  rateLimited,
  serverError,
  unknownModel,
  wrongKey,
  wrongLanguage,
} from "../testing/provider/mishaps.ts";
import { SYSTEM_CLOCK } from "./with-retries.ts";

afterEach(closeProviders);

describe("an endpoint that is well", () => {
  test("answers with JSON and with everything there is to account for", async () => {
    const { provider, chat } = await arrange({ returnedModel: "judge-1-0613" }, { prices: { input: 2, output: 10 } });
    const answer = await chat.complete(REQUEST);
    const [inputTokens, outputTokens] = [12, 16]; // four characters each, as the provider counts
    expect(answer).toEqual({
      text: JSON.stringify(JUDGEMENT),
      json: JUDGEMENT,
      host: provider.host,
      returnedModel: "judge-1-0613",
      requestId: "req_1",
      parametersSent: {
        model: "judge-1",
        stream: false,
        response_format: {
          type: "json_schema",
          json_schema: { name: "judgement", strict: true, schema: REQUEST.schema.jsonSchema },
        },
        temperature: 0.2,
        seed: 7,
        max_tokens: 500,
      },
      parametersDropped: [],
      inputTokens,
      outputTokens,
      cost: (inputTokens * 2 + outputTokens * 10) / 1_000_000,
      latencyMs: 0,
      retries: 0,
    });
    expect(provider.chats).toHaveLength(1);
    expect(provider.chats[0]?.messages).toEqual(REQUEST.messages);
    expect(provider.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  test("gets no key when none is configured, and no organisation from the environment", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-from-elsewhere");
    vi.stubEnv("OPENAI_ORG_ID", "org-from-elsewhere");
    const { provider, chat } = await arrange({}, { apiKey: undefined });
    await chat.complete(REQUEST);
    vi.unstubAllEnvs();
    expect(provider.requests[0]?.headers).not.toHaveProperty("authorization");
    expect(JSON.stringify(provider.requests[0]?.headers)).not.toContain("elsewhere");
  });

  test("gets the same bytes for the same request", async () => {
    const { provider, chat } = await arrange();
    await chat.complete(REQUEST);
    await chat.complete(REQUEST);
    expect(provider.requests[1]?.json).toEqual(provider.requests[0]?.json);
  });

  test.each<[string, Mishap]>([
    ["in a fence", "fenced"],
    ["after its thoughts", "think"],
    ["amid prose", "talk"],
    ["in parts", "parts"],
  ])("may write its JSON %s", async (_, mishap) => {
    const { chat } = await arrange({ mishaps: [mishap] });
    expect((await chat.complete(REQUEST)).json).toEqual(JUDGEMENT);
  });

  test("may not count tokens: then neither count nor cost is known", async () => {
    const { chat } = await arrange({ mishaps: ["no_usage"] }, { prices: { input: 2, output: 10 } });
    expect(await chat.complete(REQUEST)).toMatchObject({ inputTokens: null, outputTokens: null, cost: null });
  });

  test.each<[string, Mishap, object]>([
    ["levels off the scale", levelsOutOfRange, { level: 900 }],
    ["invented quotes", inventedQuotes, { quote: expect.stringContaining("kernel") }],
    ["another language", wrongLanguage, { feedback: expect.stringContaining("überzeugend") }],
  ])("is handed on as it is with %s, which the caller judges", async (_, mishap, seen) => {
    const { chat } = await arrange({ mishaps: [mishap] });
    expect((await chat.complete(REQUEST)).json).toMatchObject(seen);
  });

  test("cannot smuggle in what no database holds", async () => {
    const { chat } = await arrange({ answer: () => `{"feedback": "a\\u0000b\\ud800c\0"}` });
    expect(await chat.complete(REQUEST)).toMatchObject({
      text: `{"feedback": "a\\u0000b\\ud800c"}`,
      json: { feedback: "ab\ufffdc" },
    });
  });
});

describe("a model that gives no usable answer", () => {
  test.each<[string, Mishap]>([
    ["refuses", "refusal"],
    ["is stopped by a filter", "content_filter"],
  ])("because it %s, has refused", async (_, mishap) => {
    const { provider, chat } = await arrange({ mishaps: [mishap] });
    expect(await errorOf(chat.complete(REQUEST))).toMatchObject({ kind: "refused", answer: { requestId: "req_1" } });
    expect(provider.chats).toHaveLength(1);
  });

  test.each<[string, Mishap, string]>([
    ["was cut off at the limit of tokens", "length", JSON.stringify(JUDGEMENT).slice(0, 31)],
    ["is empty", "empty", ""],
    ["is prose", "prose", "It was a good answer, I would say."],
  ])("because it %s, leaves what it wrote for a repair", async (_, mishap, text) => {
    const { chat } = await arrange({ mishaps: [mishap] }, { prices: { input: 2, output: 10 } });
    const error = await errorOf(chat.complete(REQUEST));
    expect(error).toMatchObject({ kind: "bad_output", requestId: "req_1" });
    expect(error.answer).toMatchObject({ text, returnedModel: "judge-1", inputTokens: expect.any(Number) });
  });
});

describe("the caller's signal", () => {
  test("ends a call that waits for an answer, with its own reason", async () => {
    const stop = new AbortController();
    const { provider, chat } = await arrange({
      mishaps: () => {
        setImmediate(() => stop.abort(new Error("no longer wanted")));
        return "hang";
      },
    });
    await expect(chat.complete(REQUEST, stop.signal)).rejects.toThrow("no longer wanted");
    expect(provider.chats).toHaveLength(1);
  });

  test("ends a call that waits to try again", async () => {
    const { provider, chat } = await arrange({ mishaps: () => rateLimited("30") }, { clock: SYSTEM_CLOCK });
    const stop = new AbortController();
    const call = chat.complete(REQUEST, stop.signal);
    await vi.waitFor(() => expect(provider.chats).toHaveLength(1));
    stop.abort(new Error("no longer wanted"));
    await expect(call).rejects.toThrow("no longer wanted");
  });

  test("that has ended before stops the call before anything is sent", async () => {
    const { provider, chat } = await arrange();
    await expect(chat.complete(REQUEST, AbortSignal.abort(new Error("never wanted")))).rejects.toThrow("never wanted");
    expect(provider.requests).toHaveLength(0);
  });
});

test("no failure tells a person, a log or an error's innards the key, the prompt or what the endpoint wrote", async () => {
  const lines: string[] = [];
  const spies = (["log", "info", "warn", "error", "debug"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...said) => void lines.push(said.map(String).join(" "))),
  );
  vi.stubEnv("OPENAI_LOG", "debug");
  const echo = { status: 400, body: { error: { message: `RAW-SECRET ${KEY} PROMPT-SECRET` } } };
  const mishaps: Mishap[] = [
    echo,
    wrongKey,
    serverError,
    "refusal",
    "cut",
    "hang",
    "down",
    unknownModel,
    "not_json",
    "ok",
  ];
  for (const mishap of mishaps) {
    const answer = () => "He said: RAW-SECRET, PROMPT-SECRET.";
    const { chat } = await arrange({ answer, mishaps: () => mishap }, { timeoutMs: 100, maxRetries: 0 });
    const error = await errorOf(chat.complete(REQUEST));
    lines.push(
      error.reason,
      error.message,
      error.stack ?? "",
      JSON.stringify(error),
      inspect(error, { depth: 9 }),
      `${error.cause}`,
    );
  }
  vi.unstubAllEnvs();
  for (const spy of spies) spy.mockRestore();
  expect(lines.join("\n")).not.toMatch(/KEY-SECRET|PROMPT-SECRET|RAW-SECRET/);
});
