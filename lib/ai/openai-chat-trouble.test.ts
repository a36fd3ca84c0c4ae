import { afterEach, describe, expect, test } from "vitest";
import { arrange, closeProviders, errorOf, JUDGEMENT, REQUEST } from "../testing/provider/arrange-chat.ts";
import {
  type Mishap,
  openAiError,
  outOfQuota,
  promptFiltered,
  rateLimited,
  serverError,
  tooLong,
  unknownModel,
  wrongKey,
} from "../testing/provider/mishaps.ts";
import type { Provider } from "../testing/provider/provider.ts";

afterEach(closeProviders);

describe("an endpoint in trouble", () => {
  test("is asked again when it is asked too much, after the seconds it names", async () => {
    const { provider, chat, slept } = await arrange({ mishaps: [rateLimited("7"), rateLimited("2")] });
    expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, retries: 2, latencyMs: 9000 });
    expect(slept).toEqual([7000, 2000]);
    expect(provider.chats).toHaveLength(3);
  });

  test("is asked again at the date it names", async () => {
    const { chat, slept } = await arrange({ mishaps: [rateLimited("Thu, 01 Jan 2026 00:00:30 GMT")] });
    await chat.complete(REQUEST);
    expect(slept).toEqual([30_000]);
  });

  test("is not waited for when it asks for an hour", async () => {
    const { provider, chat, slept } = await arrange({ mishaps: [rateLimited("3600")] });
    expect(await errorOf(chat.complete(REQUEST))).toMatchObject({ kind: "rate_limited", retries: 0 });
    expect(slept).toEqual([]);
    expect(provider.chats).toHaveLength(1);
  });

  test("is asked again ever later when it fails, and given up after the configured retries", async () => {
    const { provider, chat, slept } = await arrange({ mishaps: () => serverError });
    expect(await errorOf(chat.complete(REQUEST))).toMatchObject({ kind: "failed", retries: 4, requestId: "req_5" });
    expect(slept).toEqual([250, 500, 1000, 2000]);
    expect(provider.chats).toHaveLength(5);
  });

  test("is asked again after a cut answer, a lost connection and a proxy's page", async () => {
    const { chat } = await arrange({ mishaps: ["cut", "down", "not_json"] });
    expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, retries: 3 });
  });

  test("that never answers is left after the time for one try, and asked again", async () => {
    const { chat } = await arrange({ mishaps: ["hang"] }, { timeoutMs: 2000 });
    expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, retries: 1 });
    const silent = await arrange({ mishaps: () => "hang" }, { timeoutMs: 500, maxRetries: 1 });
    const error = await errorOf(silent.chat.complete(REQUEST));
    expect(error).toMatchObject({ kind: "timeout", retries: 1 });
    expect(error.reason).toBe(`The AI service at ${silent.provider.host} did not answer within 0.5 seconds.`);
    expect(silent.provider.chats).toHaveLength(2);
  });

  test("that sends for ever is not read for ever", async () => {
    const { provider, chat } = await arrange({ mishaps: ["endless"] });
    expect(await errorOf(chat.complete(REQUEST))).toMatchObject({ kind: "failed", retries: 0 });
    expect(provider.chats).toHaveLength(1);
  });

  test("that is not there is unreachable", async () => {
    const { provider, chat } = await arrange({}, { maxRetries: 1 });
    await provider.close();
    expect(await errorOf(chat.complete(REQUEST))).toMatchObject({ kind: "unreachable", retries: 1 });
  });

  test.each<[string, Mishap, object]>([
    ["a key it does not know", wrongKey, { kind: "unauthorized" }],
    ["a model it does not know", unknownModel, { kind: "failed", reason: expect.stringContaining("“judge-1”") }],
    ["a quota that is used up", outOfQuota, { kind: "rate_limited", reason: expect.stringContaining("quota") }],
    ["a prompt its filter minds", promptFiltered, { kind: "refused" }],
    ["a prompt longer than it can read", tooLong, { kind: "failed", reason: expect.stringContaining("longer") }],
    ["a redirect", { status: 302, headers: { location: "http://127.0.0.1:1/v1" } }, { kind: "failed" }],
  ])("is asked once about %s", async (_, mishap, expected) => {
    const { provider, chat } = await arrange({ mishaps: [mishap] });
    expect(await errorOf(chat.complete(REQUEST))).toMatchObject({ ...expected, retries: 0, requestId: "req_1" });
    expect(provider.requests).toHaveLength(1);
  });

  test.each<[string, unknown]>([
    ["no choices", { choices: null }],
    ["a choice without a message", { choices: [{ message: null }] }],
    ["a choice that ended in an error", { choices: [{ finish_reason: "error", message: { content: "{" } }] }],
    ["a list", []],
  ])("that answers with %s is asked once more", async (_, body) => {
    const { chat } = await arrange({ mishaps: [{ status: 200, body }] });
    expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, retries: 1 });
    const never = await arrange({ mishaps: () => ({ status: 200, body }) });
    expect(await errorOf(never.chat.complete(REQUEST))).toMatchObject({ kind: "failed", retries: 1 });
  });

  test.each<[string, object, object]>([
    ["too many requests", { error: { message: "Provider returned error", code: 429 } }, { retries: 1 }],
    ["a failure of its own", { error: { message: "upstream is away", code: 503 } }, { retries: 1 }],
    ["a failure that it does not name", { error: { message: "upstream is away" } }, { retries: 1 }],
    ["a failure in words alone", { error: "model is loading" }, { retries: 1 }],
    [
      "a failure in its only choice",
      { choices: [{ error: { code: 502, message: "cut" }, message: null }] },
      { retries: 1 },
    ],
    ["a limit by its name", { error: { message: "slow down", type: "rate_limit_error" } }, { retries: 1 }],
  ])("that reports %s under a 200 is asked again", async (_, body, expected) => {
    const { chat } = await arrange({ mishaps: [{ status: 200, body }] });
    expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, ...expected });
  });

  test.each<[string, object, object]>([
    ["a wrong key", { error: { message: "No auth credentials found", code: 401 } }, { kind: "unauthorized" }],
    ["a model it does not know", { error: { message: "no such model", code: 404 } }, { kind: "failed" }],
    ["what its filter minds", { error: { message: "no", code: "content_filter" } }, { kind: "refused" }],
  ])("that reports %s under a 200 is believed at once", async (_, body, expected) => {
    const { provider, chat } = await arrange({ mishaps: [{ status: 200, body }] });
    expect(await errorOf(chat.complete(REQUEST))).toMatchObject({ ...expected, retries: 0 });
    expect(provider.requests).toHaveLength(1);
  });
});

describe("an endpoint that leaves too little room for an answer", () => {
  const refusal = (message: string): Mishap => ({ status: 400, body: openAiError(message, { param: "max_tokens" }) });
  const limits = (provider: Provider) => provider.requests.map(({ json }) => json.max_tokens);

  test("is asked for as much as it has room for, in this call alone", async () => {
    const words =
      "'max_tokens' is too large: 500. This model's maximum context length is 4096 tokens and your request has 3796 input tokens.";
    const { provider, chat } = await arrange({ mishaps: [refusal(words)] });
    expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, parametersDropped: [], retries: 0 });
    await chat.complete(REQUEST);
    expect(limits(provider)).toEqual([500, 300, 500]);
  });

  test("is asked without a limit where it gives no number, or minds its own", async () => {
    const { provider, chat } = await arrange({ mishaps: [refusal("max_tokens is too large")] });
    expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, parametersDropped: ["max_tokens"] });
    expect(limits(provider)).toEqual([500, undefined]);
    const most = refusal("max_tokens is too large: 500. This model supports at most 400 completion tokens.");
    const twice = await arrange({ mishaps: [most, most] });
    await twice.chat.complete(REQUEST);
    expect(limits(twice.provider)).toEqual([500, 400, undefined]);
  });

  test("is not asked again when no answer can fit, and the reason names its limit", async () => {
    const words = "max_tokens is too large: 500. This model supports at most 100 completion tokens.";
    const { provider, chat } = await arrange({ mishaps: () => refusal(words) });
    const { reason } = await errorOf(chat.complete(REQUEST));
    expect(reason).toBe(
      "The model “judge-1” may not write an answer as long as it needs (its limit leaves 100 tokens for output, and 256 are the least).",
    );
    expect(provider.requests).toHaveLength(1);
  });
});

describe("an answer in another form than was asked for", () => {
  const whole = JSON.stringify(JUDGEMENT);
  const chunk = (delta: object, finish_reason: string | null = null) =>
    `data: ${JSON.stringify({ object: "chat.completion.chunk", model: "judge-1", choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
  const pieces = [...whole.matchAll(/.{1,7}/gs)].map(([content]) => chunk({ content }));

  test.each<[string, string, string]>([
    ["an event stream", "text/event-stream", `: hello\n\n${pieces.join("")}${chunk({}, "stop")}data: [DONE]\n\n`],
    ["an event stream called JSON", "application/json", `${pieces.join("")}data: [DONE]\n\n`],
    [
      "JSON called text",
      "text/plain",
      JSON.stringify({ choices: [{ finish_reason: "stop", message: { content: whole } }] }),
    ],
  ])("is read from %s", async (_, type, text) => {
    const { provider, chat } = await arrange({ mishaps: [{ text, type }] });
    expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, retries: 0 });
    expect(provider.requests[0]?.json.stream).toBe(false);
  });

  test("is no answer where the stream breaks off, and a failure where it reports one", async () => {
    const type = "text/event-stream";
    const cut = await arrange({ mishaps: [{ type, text: pieces.slice(0, 3).join("") }] });
    expect(await cut.chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, retries: 1 });
    const failed = `${pieces[0]}data: ${JSON.stringify({ error: { code: 401, message: "no" } })}\n\n`;
    const { chat } = await arrange({ mishaps: [{ type, text: failed }] });
    expect(await errorOf(chat.complete(REQUEST))).toMatchObject({ kind: "unauthorized" });
  });

  test.each(["reasoning_content", "reasoning"])(
    "counts in %s where there is nothing but the one object",
    async (name) => {
      const answered = (thoughts: string) => ({
        text: JSON.stringify({ choices: [{ finish_reason: "stop", message: { content: null, [name]: thoughts } }] }),
        type: "application/json",
      });
      const { chat } = await arrange({ mishaps: [answered(`\n${whole}\n`)] });
      expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, retries: 0 });
      const drafts = [
        `Maybe ${whole}`,
        `${whole} or not`,
        `${whole}${whole}`,
        "I would say four.",
        `x</think>${whole}`,
      ];
      for (const thoughts of drafts) {
        const { chat } = await arrange({ mishaps: [answered(thoughts)] });
        const error = await errorOf(chat.complete(REQUEST));
        expect(error, thoughts).toMatchObject({ kind: "bad_output" });
        expect(error.reason).toContain("reasoning parser");
      }
    },
  );
});
