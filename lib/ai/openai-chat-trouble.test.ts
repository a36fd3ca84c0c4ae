import { afterEach, describe, expect, test } from "vitest";
import { arrange, closeProviders, errorOf, JUDGEMENT, REQUEST } from "./testing/arrange-chat.ts";
import {
  type Mishap,
  outOfQuota,
  promptFiltered,
  rateLimited,
  serverError,
  tooLong,
  unknownModel,
  wrongKey,
} from "./testing/mishaps.ts";

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
    ["an error under a 200", { error: { message: "upstream is away" } }],
    ["no choices", { choices: null }],
    ["a choice without a message", { choices: [{ message: null }] }],
    ["a list", []],
  ])("that answers with %s has failed", async (_, body) => {
    const { chat } = await arrange({ mishaps: [{ status: 200, body }] });
    expect(await errorOf(chat.complete(REQUEST))).toMatchObject({ kind: "failed", retries: 0 });
  });
});
