import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The tools of a process that was started with these variables. */
async function configuredWith(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const { CONFIGURED } = await import("./configured-scorer.ts");
  return CONFIGURED;
}

test("without an endpoint the rubric scores, and nobody transcribes", async () => {
  const tools = await configuredWith({});
  expect(tools.scorerFor("configured").identity.method).toBe("offline_rubric");
  expect(tools.transcriberFor("configured")).toBeNull();
});

test("a named model scores, unless somebody asks for the rubric's estimate", async () => {
  const endpoint = { OPENAI_BASE_URL: "http://127.0.0.1:9/v1", AI_MODEL: "judge", AI_TRANSCRIPTION_MODEL: "ears" };
  const tools = await configuredWith({ ...endpoint, AI_CONCURRENCY: "7" });
  const { identity } = tools.scorerFor("configured");
  expect(identity).toMatchObject({ method: "openai_compatible", model: "judge", host: "127.0.0.1:9" });
  expect(tools.scorerFor("offline").identity.method).toBe("offline_rubric");
  expect(tools.transcriberFor("configured")).toMatchObject({ model: "ears", host: "127.0.0.1:9" });
  expect(tools.transcriberFor("offline")).toBeNull();
  expect(tools.concurrency()).toBe(7);
});

test("an endpoint without a model for scores leaves them to the rubric", async () => {
  const tools = await configuredWith({ OPENAI_API_KEY: "sk-test", AI_TRANSCRIPTION_MODEL: "ears" });
  expect(tools.scorerFor("configured").identity.method).toBe("offline_rubric");
  expect(tools.transcriberFor("configured")).not.toBeNull();
});
