import { afterAll, beforeAll, expect, test } from "vitest";
import { ANSWER, assessment } from "../../lib/testing/analysis/judge.ts";
import { type Provider, startProvider } from "../../lib/testing/provider/provider.ts";
import { startServer, type TestServer, untilWellAgain } from "../support/server.ts";
import { firstInterview } from "../support/server-client.ts";

/* The worker is killed while a model scores: the analysis goes on from its last finished call, on a bill that is counted. */

const QUESTIONS = 4;
const SAMPLES = 2;
/** Readings of every answer, and the words for all of them. */
const CALLS = QUESTIONS * SAMPLES + 1;
const CALL_MS = 400;

let provider: Provider;
let server: TestServer;
beforeAll(async () => {
  const words = { feedback: "The answers name two copies.", recommendations: [] };
  provider = await startProvider({
    answer: ({ body }) => (JSON.stringify(body.response_format).includes("levels") ? assessment() : words),
    mishaps: () => ({ after: CALL_MS }),
  });
  const settings = {
    OPENAI_BASE_URL: provider.baseUrl,
    AI_MODEL: "judge",
    AI_SAMPLES: `${SAMPLES}`,
    AI_CONCURRENCY: "1",
  };
  server = await startServer(null, settings);
});
afterAll(async () => {
  await server?.remove();
  await provider?.close();
});

test("a worker killed twice while a model scores pays again for nothing but what was under way", async () => {
  const interview = await firstInterview(server);
  for (let question = 1; question <= QUESTIONS; question++) {
    await interview.askAndAnswer(`How would you keep orders of kind ${question} safe when a disk fails?`, ANSWER);
  }
  await interview.end();
  for (const calls of [3, 6]) {
    await expect.poll(() => provider.requests.length, { timeout: 60_000, interval: 20 }).toBeGreaterThanOrEqual(calls);
    process.kill(server.pids().worker, "SIGKILL");
    await untilWellAgain(server);
  }
  await expect.poll(() => interview.analysisStatus(), { timeout: 90_000, interval: 250 }).toBe("completed");
  const asked = provider.requests.map(({ json }) => JSON.stringify([json.messages, json.seed]));
  expect(new Set(asked).size).toBe(CALLS);
  expect(asked.length - CALLS).toBeLessThanOrEqual(2); // one was under way at each kill
}, 240_000);
