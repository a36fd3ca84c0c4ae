import { afterEach, describe, expect, test } from "vitest";
import { arrange, closeProviders, errorOf, JUDGEMENT, REQUEST } from "../testing/provider/arrange-chat.ts";
import { type Mishap, openAiError } from "../testing/provider/mishaps.ts";

/* Failures in the words and shapes of other servers: none is a number, each has a reason for a person. */

afterEach(closeProviders);

const WHOLE = JSON.stringify(JUDGEMENT);
const ok = (body: unknown): Mishap => ({ status: 200, body });
const message = (message: object, finish_reason = "stop"): Mishap => ok({ choices: [{ finish_reason, message }] });

test.each<[string, object]>([
  ["a number in words", { error: { message: "Provider returned error", code: "429" } }],
  ["a number before words", { error: { message: "no", code: "503 Service Unavailable" } }],
  ["older vLLM's shape", { object: "error", message: "engine is dead", code: 500 }],
  ["an error beside choices that are empty", { choices: [], error: { message: "upstream", code: 502 } }],
  ["an error beside a choice", { choices: [{ message: { content: WHOLE } }], error: { message: "cut", code: 502 } }],
  ["a status of its own", { choices: null, base_resp: { status_code: 1002, status_msg: "rate limit" } }],
  ["a list of errors", { success: false, errors: [{ code: 3040, message: "capacity exceeded" }] }],
  ["Anthropic's shape", { type: "error", error: { type: "overloaded_error", message: "Overloaded" } }],
  ["an end by lack of resources", { choices: [{ finish_reason: "insufficient_system_resource", message: {} }] }],
  ["no choice at all", { choices: [] }],
])("a failure under a 200 as %s is asked again", async (_, body) => {
  const { chat } = await arrange({ mishaps: [ok(body)] });
  expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, retries: 1, parametersDropped: [] });
});

test("an answer that says it has no error is an answer", async () => {
  const fine = { error: null, base_resp: { status_code: 0, status_msg: "success" }, errors: [] };
  const { chat } = await arrange({ mishaps: [ok({ ...fine, choices: [{ message: { content: WHOLE } }] })] });
  expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, retries: 0 });
});

test.each<[string, Mishap, object]>([
  [
    "a wrong key under a 200, in a list",
    ok([{ error: { code: 401, status: "UNAUTHENTICATED" } }]),
    { kind: "unauthorized" },
  ],
  ["a wrong key by words", ok({ error: { message: "Invalid API key" } }), { kind: "unauthorized" }],
  [
    "another failure than the status",
    { status: 500, body: { error: { code: 401, message: "no" } } },
    { kind: "unauthorized" },
  ],
  [
    "no credit",
    { status: 402, body: openAiError("Insufficient balance") },
    { reason: expect.stringContaining("credit") },
  ],
  ["a teapot", { status: 418, body: "I'm a teapot" }, { reason: expect.stringContaining("refused the request (418)") }],
  [
    "a text that is too long, under a 500",
    { status: 500, body: openAiError("input is too large to process. increase the physical batch size") },
    { reason: expect.stringContaining("longer than the model") },
  ],
  [
    "a text that is too long, in xAI's words",
    {
      status: 400,
      body: openAiError("This model's maximum prompt length is 8192 but the request contains 9000 tokens."),
    },
    { reason: expect.stringContaining("longer than the model") },
  ],
  ["what DeepSeek filters", { status: 400, body: openAiError("Content Exists Risk") }, { kind: "refused" }],
  [
    "what Alibaba filters",
    { status: 400, body: openAiError("no", { code: "data_inspection_failed" }) },
    { kind: "refused" },
  ],
])("%s is told at once", async (_, mishap, expected) => {
  const { provider, chat } = await arrange({ mishaps: () => mishap });
  expect(await errorOf(chat.complete(REQUEST))).toMatchObject({ ...expected, retries: 0 });
  expect(provider.requests).toHaveLength(1);
});

test("an overloaded endpoint (529) is asked again, and is told as that", async () => {
  const { chat } = await arrange({ mishaps: () => ({ status: 529, body: {} }) }, { maxRetries: 1 });
  const error = await errorOf(chat.complete(REQUEST));
  expect(error).toMatchObject({ kind: "rate_limited", retries: 1 });
  expect(error.reason).toContain("asked too much");
});

test("the words of whom a gateway asked count: less room is asked for", async () => {
  const raw = JSON.stringify(
    openAiError("max_tokens is too large: 500. This model supports at most 400 completion tokens."),
  );
  const body = { error: { message: "Provider returned error", code: 400, metadata: { raw } } };
  const { provider, chat } = await arrange({ mishaps: [{ status: 400, body }] });
  expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, parametersDropped: [] });
  expect(provider.requests.map(({ json }) => json.max_tokens)).toEqual([500, 400]);
});

describe("an event stream of another server", () => {
  const chunk = (delta: object, finish_reason: string | null = null) =>
    JSON.stringify({ choices: [{ delta, finish_reason }] });
  const half = WHOLE.length >> 1;
  const two = [chunk({ content: WHOLE.slice(0, half) }), chunk({ content: WHOLE.slice(half) }, "stop")];
  const parts = [
    chunk({ content: [{ type: "thinking", thinking: [{ type: "text", text: '{"level":1}' }] }] }),
    chunk({ content: [{ type: "text", text: WHOLE }] }, "stop"),
  ];
  test.each<[string, string]>([
    [
      "comments and CRLF",
      `: PROCESSING\r\n\r\n${two.map((data) => `event: message\r\ndata: ${data}\r\n: ping\r\n\r\n`).join("")}`,
    ],
    ["nothing between events", `\n\n${two.map((data) => `data:${data}\n`).join("")}data: [DONE]\n`],
    ["thoughts in parts", parts.map((data) => `data: ${data}\n\n`).join("")],
    ["many empty lines first", `${"\n".repeat(200)}${two.map((data) => `data: ${data}\n\n`).join("")}`],
    [
      "the whole message at its end",
      `data: ${JSON.stringify({ choices: [{ message: { content: WHOLE }, finish_reason: "stop" }] })}\n\n`,
    ],
  ])("with %s is read", async (_, text) => {
    const { chat } = await arrange({ mishaps: [{ text, type: "text/event-stream" }] });
    expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, retries: 0 });
  });

  test("that reports an error in vLLM's older shape is asked again", async () => {
    const text = `data: ${two[0]}\n\ndata: {"object":"error","message":"engine died","code":500}\n\ndata: [DONE]\n\n`;
    const { chat } = await arrange({ mishaps: [{ text, type: "text/event-stream" }] });
    expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, retries: 1 });
  });
});

test.each<[string, object]>([
  ["a list of parts", { content: null, reasoning: [{ type: "text", text: "I would say four." }] }],
  ["a list of details", { content: "", reasoning_details: [{ type: "reasoning.text", text: "Four." }] }],
  ["a part of the content", { content: [{ type: "thinking", thinking: [{ type: "text", text: `Maybe ${WHOLE}` }] }] }],
])("thoughts in %s are no answer, and the reason names the parser", async (_, thoughts) => {
  const { chat } = await arrange({ mishaps: () => message(thoughts) });
  const error = await errorOf(chat.complete(REQUEST));
  expect(error).toMatchObject({ kind: "bad_output" });
  expect(error.reason).toContain("reasoning parser");
});

test.each<[string, string]>([
  ["nested", `<think>a <think>b</think> {"level":1} </think>`],
  ["of two kinds", `<think>a <reasoning>{"level":1}</reasoning> {"level":2}</think>`],
  ["with attributes", `<thinking budget="9">{"level":1}</thinking>`],
  [
    "of gpt-oss",
    `<|channel|>analysis<|message|>{"level":1}<|end|><|start|>assistant<|channel|>final <|constrain|>json<|message|>`,
  ],
])("a draft within marks that are %s is no answer, what follows is", async (_, thoughts) => {
  const { chat } = await arrange({
    mishaps: [message({ content: thoughts }), message({ content: `${thoughts}${WHOLE}` })],
  });
  expect(await errorOf(chat.complete(REQUEST))).toMatchObject({ kind: "bad_output" });
  expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT });
});

test.each([
  [{ content: WHOLE.replace("{", '{"level":1,') }, "stop"],
  [{ content: `{"evidence":[{"quote":"a","quote":"b"}],${WHOLE.slice(1)}` }, "stop"],
  [{ content: WHOLE }, "max_tokens"],
  [{ content: WHOLE }, "MAX_TOKENS"],
])("%j that ends by %s is no answer", async (said, end) => {
  const { chat } = await arrange({ mishaps: () => message(said, end) });
  expect(await errorOf(chat.complete(REQUEST))).toMatchObject({ kind: "bad_output" });
});

test.each(["SAFETY", "sensitive", "refusal", "guardrail_intervened"])("an end by %s is a refusal", async (end) => {
  const { chat } = await arrange({ mishaps: () => message({ content: WHOLE }, end) });
  expect(await errorOf(chat.complete(REQUEST))).toMatchObject({ kind: "refused" });
});

describe("one failed sampling takes no ability away", () => {
  const formats = (requests: { json: Record<string, unknown> }[]) =>
    requests.map(({ json }) => (json.response_format as { type: string } | undefined)?.type ?? "none");

  test.each([
    "Model output does not match the json_schema",
    "The generated response did not conform to response_format",
    "Failed to parse model output as JSON",
    "Something about a json_schema went wrong",
  ])("“%s”", async (words) => {
    const failed: Mishap = { status: 400, body: openAiError(words) };
    const { provider, chat } = await arrange({ mishaps: [failed] });
    await chat.complete(REQUEST);
    await chat.complete(REQUEST);
    expect(formats(provider.requests).at(-1)).toBe("json_schema");
  });

  test("nor does an unreadable answer after it", async () => {
    const unexplained: Mishap = { status: 400, body: openAiError("Bad request.") };
    const { provider, chat } = await arrange({ mishaps: [unexplained, "prose"] });
    await errorOf(chat.complete(REQUEST));
    await chat.complete(REQUEST);
    expect(formats(provider.requests)).toEqual(["json_schema", "json_object", "json_schema"]);
  });

  test("nor thoughts that took all the room there was", async () => {
    const words =
      "Could not finish the message because max_tokens or model output limit was reached. Please try again with higher max_tokens.";
    const { provider, chat } = await arrange({ mishaps: [{ status: 400, body: openAiError(words) }] });
    expect(await chat.complete(REQUEST)).toMatchObject({ json: JUDGEMENT, retries: 1, parametersDropped: [] });
    expect(formats(provider.requests)).toEqual(["json_schema", "json_schema"]);
  });
});
