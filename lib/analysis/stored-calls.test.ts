import { expect, test } from "vitest";
import type { CallDescription } from "../ai/call-log.ts";
import type { ChatAnswer } from "../ai/chat.ts";
import { db } from "../db/client.ts";
import { pendingAnalysis } from "../testing/analysis/analyses.ts";
import { testDatabase } from "../testing/database/database.ts";
import { storedCalls } from "./stored-calls.ts";

await testDatabase();

const ANSWER: ChatAnswer = {
  text: 'Here you are:\n```json\n{"level": 4}\n```',
  json: { level: 4 },
  host: "127.0.0.1:1",
  returnedModel: "m-1",
  requestId: null,
  parametersSent: { temperature: 0.3 },
  parametersDropped: [],
  inputTokens: null,
  outputTokens: 5,
  cost: null,
  latencyMs: 3,
  retries: 0,
};
const call = (content: string): CallDescription => ({
  purpose: "score",
  questionId: null,
  sample: 0,
  request: {
    model: "m",
    messages: [{ role: "user", content }],
    schema: { name: "levels", jsonSchema: {} },
    temperature: 0,
    maxOutputTokens: 10,
  },
  versions: { prompt: "1", rubric: "1", scorer: "1" },
});

async function run() {
  const { analysisId } = await pendingAnalysis(["An index."]);
  const { runId } = await db().analysis.findUniqueOrThrow({ where: { id: analysisId } });
  return { analysisId, runId };
}

const never = async () => {
  throw new Error("paid twice");
};

test("what another process has asked is read back as it was answered, its JSON included", async () => {
  const paying = await run();
  const first = await storedCalls(paying).once(call("Score."), async () => ANSWER);
  expect(await storedCalls(paying).once(call("Score."), never)).toEqual(first);
  expect(first).toMatchObject(ANSWER);
});

test("an answer without readable JSON is an answer, and is not paid for again", async () => {
  const paying = await run();
  await storedCalls(paying).once(call("Score."), async () => ({ ...ANSWER, text: "I cannot.", json: null }));
  expect(await storedCalls(paying).once(call("Score."), never)).toMatchObject({ text: "I cannot.", json: null });
});

test("the same call twice at once is made once, and two processes that both made it agree on one", async () => {
  const paying = await run();
  const calls = storedCalls(paying);
  let made = 0;
  const make = async () => ({ ...ANSWER, requestId: `r${++made}` });
  await Promise.all([calls.once(call("Score."), make), calls.once(call("Score."), make)]);
  expect(made).toBe(1);
  const both = await Promise.all([1, 2].map(() => storedCalls(paying).once(call("Tell."), make)));
  expect(both[0]).toEqual(both[1]);
  expect(await db().analysisCall.count({ where: { runId: paying.runId } })).toBe(2);
});

test("another run shares nothing", async () => {
  const [one, other] = [await run(), await run()];
  await storedCalls(one).once(call("Score."), async () => ANSWER);
  await expect(storedCalls(other).once(call("Score."), never)).rejects.toThrow("paid twice");
});
