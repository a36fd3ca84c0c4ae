import { afterEach, describe, expect, test } from "vitest";
import { type Mishap, openAiError, serverError } from "../testing/provider/mishaps.ts";
import type { Personality } from "../testing/provider/personality.ts";
import { type Provider, type ProviderOptions, type Received, startProvider } from "../testing/provider/provider.ts";
import { type AbilityMemory, abilityMemory } from "./abilities.ts";
import type { ChatRequest } from "./chat.ts";
import { openAiChat } from "./openai-chat.ts";

const REQUEST: ChatRequest = {
  model: "judge-1",
  messages: [
    { role: "system", content: "You judge." },
    { role: "user", content: "An answer." },
  ],
  schema: {
    name: "judgement",
    jsonSchema: { type: "object", properties: { level: { type: "integer" } }, required: ["level"] },
  },
  temperature: 0.2,
  seed: 7,
  maxOutputTokens: 500,
};

const open: Provider[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((provider) => provider.close()));
});

async function arrange(options: ProviderOptions & { memory?: AbilityMemory } = {}) {
  const provider = await startProvider({ answer: () => ({ level: 3 }), ...options });
  open.push(provider);
  const endpoint = {
    baseUrl: provider.baseUrl,
    apiKey: undefined,
    timeoutMs: 20_000,
    maxRetries: 2,
    prices: undefined,
  };
  const clock = { now: () => 0, sleep: async () => {}, random: () => 0 };
  return { provider, chat: openAiChat(endpoint, { clock, memory: options.memory ?? abilityMemory() }) };
}

const schemaAsked = ({ json }: Received) => JSON.stringify(json.response_format ?? "").includes("json_schema");

const formatsAsked = (provider: Provider) =>
  provider.requests.map(({ json }) => (json.response_format as { type: string } | undefined)?.type ?? "none");

describe("what an endpoint refuses is left out, and known from then on", () => {
  test.each<[string, Partial<Personality>, string[]]>([
    ["any JSON, in OpenAI's words", { formats: ["json_object"] }, ["json_schema", "json_object", "json_object"]],
    ["words, in OpenAI's words", { formats: [] }, ["json_schema", "json_object", "none", "none"]],
    ["words, in LM Studio's words", { formats: [], errors: "string" }, ["json_schema", "json_object", "none", "none"]],
    ["words, in FastAPI's words", { formats: [], errors: "fastapi" }, ["json_schema", "json_object", "none", "none"]],
  ])("down the ladder to %s", async (_, personality, asked) => {
    const { provider, chat } = await arrange({ personality });
    expect((await chat.complete(REQUEST)).json).toEqual({ level: 3 });
    const again = await chat.complete(REQUEST);
    expect(formatsAsked(provider)).toEqual(asked);
    const left = ["response_format.json_schema", "response_format.json_object"].slice(0, asked.length - 2);
    expect(again).toMatchObject({ parametersDropped: left, retries: 0 });
  });

  test("below the first rung the schema is told in words, once", async () => {
    const { provider, chat } = await arrange({ personality: { formats: ["json_object"] } });
    await chat.complete(REQUEST);
    expect(provider.chats[0]?.messages).toEqual(REQUEST.messages);
    expect(provider.chats[1]?.messages[0]?.content).toContain(JSON.stringify(REQUEST.schema.jsonSchema));
    expect(provider.chats[1]?.messages[1]).toEqual(REQUEST.messages[1]);
    await chat.complete({ ...REQUEST, messages: REQUEST.messages.slice(1) });
    expect(provider.chats[2]?.messages.map(({ role }) => role)).toEqual(["system", "user"]);
  });

  test.each<[string, Partial<Personality>, string[], object]>([
    ["a temperature", { refuses: ["temperature"] }, ["temperature"], { seed: 7, max_tokens: 500 }],
    ["a seed", { refuses: ["seed"], errors: "fastapi" }, ["seed"], { temperature: 0.2 }],
    ["the old name of the limit", { refuses: ["max_tokens"] }, ["max_tokens"], { max_completion_tokens: 500 }],
    ["everything", { refuses: ["temperature", "seed", "max_tokens"], formats: [] }, expect.any(Array), {}],
  ])("%s", async (_, personality, parametersDropped, parametersSent) => {
    const { provider, chat } = await arrange({ personality });
    await chat.complete(REQUEST);
    const tries = provider.requests.length;
    expect(await chat.complete(REQUEST)).toMatchObject({ json: { level: 3 }, parametersDropped, parametersSent });
    expect(provider.requests).toHaveLength(tries + 1);
    for (const name of personality.refuses ?? []) expect(provider.requests.at(-1)?.json).not.toHaveProperty(name);
  });

  test("without a limit, where neither of its names is known", async () => {
    const { provider, chat } = await arrange({ personality: { refuses: ["max_tokens", "max_completion_tokens"] } });
    expect(await chat.complete(REQUEST)).toMatchObject({ parametersDropped: ["max_tokens", "max_completion_tokens"] });
    expect(provider.requests).toHaveLength(3);
  });

  test("a schema that a server fails over rather than refuses", async () => {
    const failsOverSchema: Mishap = { status: 500, body: openAiError("failed to parse grammar") };
    const { provider, chat } = await arrange({ mishaps: [failsOverSchema] });
    expect(await chat.complete(REQUEST)).toMatchObject({
      parametersDropped: ["response_format.json_schema"],
      retries: 0,
    });
    expect(formatsAsked(provider)).toEqual(["json_schema", "json_object"]);
  });

  test("for that model alone", async () => {
    const { provider, chat } = await arrange({ mishaps: [{ status: 400, body: openAiError("no json_schema here") }] });
    await chat.complete(REQUEST);
    await chat.complete({ ...REQUEST, model: "judge-2" });
    expect(formatsAsked(provider)).toEqual(["json_schema", "json_object", "json_schema"]);
  });
});

describe("one failed sampling drops nothing for the rest of the process", () => {
  const failedSampling: Mishap = {
    status: 400,
    body: openAiError("Failed to generate JSON. See 'failed_generation'.", { code: "json_validate_failed" }),
  };
  const unexplained: Mishap = { status: 400, body: openAiError("Bad request.") };
  const grammar: Mishap = { status: 500, body: openAiError("failed to parse grammar") };

  test("the same is asked again where the model did not keep to the format", async () => {
    const { provider, chat } = await arrange({ mishaps: [failedSampling] });
    expect(await chat.complete(REQUEST)).toMatchObject({ json: { level: 3 }, parametersDropped: [], retries: 1 });
    expect(formatsAsked(provider)).toEqual(["json_schema", "json_schema"]);
  });

  test.each<[string, Mishap[], string[]]>([
    ["a format that failed twice", [failedSampling, failedSampling], ["json_schema", "json_schema", "json_object"]],
    ["an error that names nothing", [unexplained], ["json_schema", "json_object"]],
    ["a grammar that failed", [grammar], ["json_schema", "json_object"]],
  ])("the next call has the schema again after %s", async (_, mishaps, first) => {
    const { provider, chat } = await arrange({ mishaps });
    await chat.complete(REQUEST);
    await chat.complete(REQUEST);
    expect(formatsAsked(provider)).toEqual([...first, "json_schema"]);
  });

  test("what two calls after each other needed is known from then on", async () => {
    const failsOverSchema = (request: Received) => (schemaAsked(request) ? grammar : "ok");
    const { provider, chat } = await arrange({ mishaps: failsOverSchema });
    for (let call = 0; call < 3; call++) await chat.complete(REQUEST);
    const twice = ["json_schema", "json_object", "json_schema", "json_object"];
    expect(formatsAsked(provider)).toEqual([...twice, "json_object"]);
  });

  test("two failures with a success between them are chance", async () => {
    const { provider, chat } = await arrange({ mishaps: [grammar, "ok", "ok", grammar, "ok", "ok"] });
    for (let call = 0; call < 4; call++) await chat.complete(REQUEST);
    expect(formatsAsked(provider)).toEqual([
      "json_schema",
      "json_object",
      "json_schema",
      "json_schema",
      "json_object",
      "json_schema",
    ]);
  });
});

test("where the format is taken and ignored, the next call tells the schema in words as well", async () => {
  const { provider, chat } = await arrange({ personality: { ignoresFormat: true } });
  await expect(chat.complete(REQUEST)).rejects.toMatchObject({ kind: "bad_output" });
  expect(await chat.complete(REQUEST)).toMatchObject({ json: { level: 3 }, parametersDropped: [] });
  expect(formatsAsked(provider)).toEqual(["json_schema", "json_schema"]);
  expect(provider.chats[1]?.prompt).toContain("JSON Schema");
});

test("a 400 that nothing can cure ends, and nothing is learnt from it", async () => {
  const { provider, chat } = await arrange({ mishaps: () => ({ status: 400, body: openAiError("Bad temperature.") }) });
  await expect(chat.complete(REQUEST)).rejects.toMatchObject({ kind: "failed", retries: 0 });
  expect(provider.requests.length).toBeLessThanOrEqual(6);
  provider.misbehave([]);
  expect(await chat.complete(REQUEST)).toMatchObject({ parametersDropped: [] });
});

test("retries and refusals share one call: the budget of retries is not renewed", async () => {
  const { chat } = await arrange({
    personality: { formats: [] },
    mishaps: [serverError, "ok", serverError, "ok", "ok"],
  });
  expect(await chat.complete(REQUEST)).toMatchObject({ json: { level: 3 }, retries: 2 });
  const worn = await arrange({ personality: { formats: [] }, mishaps: [serverError, "ok", serverError, serverError] });
  await expect(worn.chat.complete(REQUEST)).rejects.toMatchObject({ kind: "failed", retries: 2 });
});

test("calls beside each other learn the same, and none unlearns what another has learnt", async () => {
  const memory = abilityMemory();
  const { provider, chat } = await arrange({ memory, personality: { formats: [], refuses: ["seed", "temperature"] } });
  const answers = await Promise.all(Array.from({ length: 8 }, () => chat.complete(REQUEST)));
  expect(answers.map(({ json }) => json)).toEqual(Array.from({ length: 8 }, () => ({ level: 3 })));
  const before = provider.requests.length;
  const after = await Promise.all(Array.from({ length: 8 }, () => chat.complete(REQUEST)));
  expect(provider.requests.length - before).toBe(8);
  expect(new Set(after.map(({ parametersDropped }) => parametersDropped.toSorted().join()))).toEqual(
    new Set(["response_format.json_object,response_format.json_schema,seed,temperature"]),
  );

  memory.learn("endpoint model", { format: "none", schemaInWords: true, refused: ["seed"] });
  memory.learn("endpoint model", { format: "json_object", schemaInWords: false, refused: ["temperature"] });
  expect(memory.recall("endpoint model")).toEqual({
    format: "none",
    schemaInWords: true,
    refused: ["seed", "temperature"],
  });
});
