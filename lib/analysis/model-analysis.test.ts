import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "../db/client.ts";
import { byCriterion, NO_SCORES } from "../domain/criteria.ts";
import { presentFailure } from "../present/failure.ts";
import { stopBoss } from "../queue/boss.ts";
import { pendingAnalysis, readAnalysis, using } from "../testing/analysis/analyses.ts";
import { ANSWER, assessment, questionWith, scorerOf } from "../testing/analysis/judge.ts";
import { testDatabase } from "../testing/database/database.ts";
import { type Mishap, rateLimited, serverError, wrongKey } from "../testing/provider/mishaps.ts";
import { type Provider, startProvider } from "../testing/provider/provider.ts";
import { rescore } from "./rescore.ts";
import { runAnalysis } from "./run-analysis.ts";
import type { Scorer } from "./scorer.ts";

/* Whole analyses by a model, against a server on loopback that speaks the protocol. */

await testDatabase();
afterAll(stopBoss);

let provider: Provider;
beforeEach(async () => {
  provider = await startProvider({ answer: ({ body }) => (isNarration(body) ? WORDS : assessment()) });
});
afterEach(() => provider.close());

const WORDS = { feedback: "The answer names two copies.", recommendations: [] };
const isNarration = (body: Record<string, unknown>) => !JSON.stringify(body.response_format ?? {}).includes("levels");

const { text, type, keywords } = questionWith(ANSWER);
const OPTIONS = { question_data: { text, type, keywords } };
const SECOND = `At first we lost an order. ${ANSWER}`;

/** How many requests it takes when nothing goes wrong. */
async function requestsOfOneRun(): Promise<number> {
  const before = provider.requests.length;
  await runAnalysis(await pendingAnalysis([ANSWER, SECOND], OPTIONS), using(scorerOf(provider, { samples: 2 })));
  return provider.requests.length - before;
}

/** The process dies when this many calls are done. */
function killedAfter(calls: number, scorer: Scorer): Scorer {
  let done = 0;
  const dieInTime = (log: Parameters<Scorer["scoreQuestion"]>[2]): typeof log => ({
    ...log,
    async once(call, make) {
      if (done >= calls) throw new Error("killed");
      const answer = await log.once(call, make);
      done++;
      return answer;
    },
  });
  return {
    ...scorer,
    scoreQuestion: (question, context, log) => scorer.scoreQuestion(question, context, dieInTime(log)),
    narrate: (findings, categories, log) => scorer.narrate(findings, categories, dieInTime(log)),
  };
}

test("an analysis by a model has its numbers from the program and names its model", async () => {
  const pending = await pendingAnalysis([ANSWER], OPTIONS);
  await runAnalysis(pending, using(scorerOf(provider, { samples: 3 })));
  const analysis = await readAnalysis(pending);
  expect(analysis).toMatchObject({
    status: "completed",
    method: "openai_compatible",
    host: provider.host,
    model: "test-model",
    overallScore: 75,
    evidenceCoverage: 1,
  });
  expect(byCriterion(analysis.scores, "score")).toMatchObject({ technical: 75, cultural_fit: null });
  expect(analysis.questions[0]?.samples).toHaveLength(3);
});

test("what the rubric finds and what each of two models gave is stored beside the score, and calls name which", async () => {
  const pending = await pendingAnalysis([ANSWER], OPTIONS);
  await runAnalysis(pending, using(scorerOf(provider, { secondModel: "second-model" })));
  const analysis = await readAnalysis(pending);
  const [question] = analysis.questions;
  expect(question?.modelScores).toEqual([
    { model: "test-model", score: 75 },
    { model: "second-model", score: 75 },
  ]);
  expect(question?.rubricScore).toBeGreaterThan(0);
  expect(question?.rubricLevels).toMatchObject({ technical: expect.any(Number) });
  expect(analysis.rubricScore).toBeGreaterThan(0);
  expect(analysis.model).toBe("test-model + second-model");
  const calls = await db().analysisCall.findMany({ where: { analysisId: pending.analysisId, purpose: "score" } });
  expect(calls.map(({ requestedModel }) => requestedModel).toSorted()).toEqual(["second-model", "test-model"]);
});

test("a second model that fails leaves a reason and not half of the scores", async () => {
  await provider.close();
  provider = await startProvider({
    answer: ({ body }) => (isNarration(body) ? WORDS : assessment()),
    mishaps: ({ json }) => (json.model === "second-model" ? serverError : "ok"),
  });
  const pending = await pendingAnalysis([ANSWER], OPTIONS);
  await runAnalysis(pending, using(scorerOf(provider, { secondModel: "second-model" })));
  const { status, overallScore, rubricScore, questions, error } = await readAnalysis(pending);
  expect([status, overallScore, rubricScore, questions]).toEqual(["failed", null, null, []]);
  expect(presentFailure(error)).toContain("500");
});

test("killed between any two calls it goes on, and no finished call is paid for twice", async () => {
  const needed = await requestsOfOneRun();
  expect(needed).toBeGreaterThanOrEqual(5); // two readings of two answers, and the words
  for (let calls = 0; calls < needed; calls++) {
    const pending = await pendingAnalysis([ANSWER, SECOND], OPTIONS);
    const scorer = scorerOf(provider, { samples: 2, concurrency: 1 });
    const before = provider.requests.length;
    await expect(runAnalysis(pending, using(killedAfter(calls, scorer)))).rejects.toThrow("killed");
    await runAnalysis(pending, using(scorer));
    expect(await readAnalysis(pending)).toMatchObject({ status: "completed", overallScore: 75 });
    expect(provider.requests.length - before, `killed after ${calls} calls`).toBe(needed);
  }
});

describe("a provider that fails leaves its reason and no number", () => {
  const fates: [string, Mishap][] = [
    ["500", serverError],
    ["429", rateLimited("3600")],
    ["401", wrongKey],
    ["a cut stream", "cut"],
    ["no connection", "down"],
    ["a refusal", "refusal"],
    ["prose", "prose"],
    ["nothing", "empty"],
  ];
  test.each(fates)("%s", async (_, fate) => {
    const pending = await pendingAnalysis([ANSWER, SECOND], OPTIONS);
    provider.misbehave(() => fate);
    await runAnalysis(pending, using(scorerOf(provider)));
    const analysis = await readAnalysis(pending);
    expect(byCriterion(analysis.scores, "score")).toEqual(NO_SCORES);
    expect(analysis.overallScore).toBeNull();
    expect(analysis).toMatchObject({ status: "failed", finalStatus: null, overallFeedback: null, questions: [] });
    expect(presentFailure(analysis.error)).toMatch(/\w+ .*\.$/);
    expect(JSON.stringify(analysis.error)).not.toContain("sk-test");
  });

  test("trying again goes on with what was paid for", async () => {
    const needed = await requestsOfOneRun();
    const pending = await pendingAnalysis([ANSWER, SECOND], OPTIONS);
    const before = provider.requests.length;
    provider.misbehave((_, index) => (index < 2 ? "ok" : serverError));
    const scorer = scorerOf(provider, { samples: 2, concurrency: 1 });
    await runAnalysis(pending, using(scorer));
    expect(await readAnalysis(pending)).toMatchObject({ status: "failed" });
    const refused = provider.requests.length - before - 2;
    provider.misbehave([]);
    const { id: sessionId } = await db().session.update({
      where: { id: pending.sessionId },
      data: { status: "completed" },
    });
    const { interviewId } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
    await rescore({ organizationId: pending.organizationId, kind: "system" }, interviewId, { scorer: "configured" });
    const { id: analysisId } = await readAnalysis(pending);
    await runAnalysis({ analysisId }, using(scorer));
    expect(await readAnalysis(pending)).toMatchObject({ status: "completed", version: 2 });
    expect(provider.requests.length - before).toBe(needed + refused);
  });
});

test("two candidates who say the same are asked about in the same words", async () => {
  const prompts = [];
  for (const name of ["Sarah Okafor", "Will de Vries"]) {
    const [first = ""] = name.split(" ");
    const answer = `I'm ${name}. My lead said: ${first}, keep copies. ${ANSWER}`;
    const before = provider.chats.length;
    await runAnalysis(await pendingAnalysis([answer], { ...OPTIONS, name }), using(scorerOf(provider)));
    prompts.push(provider.chats.slice(before).map(({ prompt }) => prompt));
  }
  expect(prompts[0]?.length).toBeGreaterThan(1);
  expect(prompts[0]).toEqual(prompts[1]);
  expect(prompts[0]?.join()).not.toMatch(/Sarah|Okafor/);
});

test("blank, short and foreign answers reach no model", async () => {
  const texts = ["", "Yes.", "Primero miraría el plan de la consulta y después añadiría un índice."];
  const pending = await pendingAnalysis(texts, OPTIONS);
  await runAnalysis(pending, using(scorerOf(provider)));
  expect(provider.requests).toEqual([]);
  const analysis = await readAnalysis(pending);
  expect(analysis).toMatchObject({ status: "completed", overallScore: null, finalStatus: "needs_review" });
  expect(analysis.questions.map(({ status, score }) => [status, score])).toEqual([
    ["insufficient", null],
    ["insufficient", null],
    ["not_assessed", null],
  ]);
});
