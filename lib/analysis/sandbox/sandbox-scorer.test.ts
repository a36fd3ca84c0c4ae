import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { StartSessionBody } from "../../contract/interview.ts";
import * as analyses from "../../db/analyses.ts";
import { transaction } from "../../db/client.ts";
import type { Actor } from "../../domain/actor.ts";
import { byCriterion } from "../../domain/criteria.ts";
import { createApiKey } from "../../keys/create-api-key.ts";
import { findApiKey } from "../../keys/find-api-key.ts";
import { presentFlags } from "../../present/flags.ts";
import { addAnswer } from "../../sitting/add-answer.ts";
import { addQuestion } from "../../sitting/add-question.ts";
import { startSession } from "../../sitting/start-session.ts";
import { pendingAnalysis, readAnalysis, using } from "../../testing/analysis/analyses.ts";
import { testDatabase, testOrganization, testTemplate } from "../../testing/database/database.ts";
import { listInterviews } from "../../testing/interview-page.ts";
import { testInvitation } from "../../testing/invitation.ts";
import { methodWords } from "../../words/method-words.ts";
import { runAnalysis } from "../run-analysis.ts";
import { sandboxScorer } from "./sandbox-scorer.ts";

await testDatabase();

const TEXT = "I would look at the query plan first, because it shows what the database really does.";

/** Somebody real, and the one who acts for their test key. */
async function organizationWithSandbox(): Promise<{ real: Actor; sandbox: Actor }> {
  const real = await testOrganization();
  await testTemplate(real);
  const { id, plain } = await createApiKey({ name: "tests", kind: "test" }, real);
  const key = await findApiKey(plain);
  return { real, sandbox: { kind: "api_key", id, organizationId: key?.organizationId ?? "" } };
}

async function scored(actor: Actor, answer: string, tools?: Parameters<typeof runAnalysis>[1]) {
  const { token } = await testInvitation({ name: "Ada", email: `${randomUUID()}@example.com` }, actor);
  const { sessionId } = await startSession(StartSessionBody.parse({ interview_token: token }), null);
  const question_id = await addQuestion({
    session_id: sessionId,
    question_data: { text: "How do you find a slow query?" },
  });
  await addAnswer({ session_id: sessionId, question_id, answer_data: { text: answer } });
  const { organizationId } = actor;
  const analysisId = await transaction((tx) => analyses.createNext(tx, { id: sessionId, organizationId }));
  await runAnalysis({ analysisId }, tools);
  return readAnalysis({ analysisId, sessionId, organizationId });
}

test("an interview in the sandbox gets made-up scores that say so, whatever is configured", async () => {
  const { sandbox } = await organizationWithSandbox();
  const unasked = { ...sandboxScorer, scoreQuestion: () => Promise.reject(new Error("nobody may be asked")) };
  const tools = { ...using(unasked), transcriberFor: () => expect.unreachable("nobody may be asked") };
  const analysis = await scored(sandbox, TEXT, tools);
  expect(analysis).toMatchObject({ status: "completed", method: "sandbox", model: null, evidenceCoverage: 1 });
  expect(methodWords(analysis.method ?? "", "en")).toBe("Sandbox: made-up scores");
  expect(presentFlags(analysis.flags)).toMatchObject([
    { code: "sandbox", message: expect.stringContaining("made up") },
  ]);
  expect(analysis.questions).toMatchObject([{ status: "assessed", flags: [{ code: "sandbox" }] }]);
  expect(analysis.overallFeedback).toContain("Made up for the sandbox");
  expect(["passed", "failed", "needs_review"]).toContain(analysis.finalStatus);
});

test("the same answers get the same numbers, other answers get others", async () => {
  const { sandbox } = await organizationWithSandbox();
  const numbers = ({ overallScore, scores }: Awaited<ReturnType<typeof scored>>) => [
    overallScore,
    byCriterion(scores, "score").technical,
  ];
  const first = numbers(await scored(sandbox, TEXT));
  expect(numbers(await scored(sandbox, TEXT))).toEqual(first);
  expect(numbers(await scored(sandbox, `${TEXT} Then I add an index.`))).not.toEqual(first);
});

test("recruiters do not meet the sandbox among their interviews, and real ones are not made up", async () => {
  const { real, sandbox } = await organizationWithSandbox();
  await scored(sandbox, TEXT);
  expect((await listInterviews({}, real)).interviews).toEqual([]);
  expect((await scored(real, TEXT)).method).toBe("offline_rubric");
  expect((await readAnalysis(await pendingAnalysis([TEXT]))).method).not.toBe("sandbox");
});
