import { afterAll, describe, expect, test } from "vitest";
import { StartSessionBody } from "../contract/interview.ts";
import * as analyses from "../db/analyses.ts";
import * as analysisVersions from "../db/analysis-versions.ts";
import { db } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import { createApiKey } from "../keys/create-api-key.ts";
import { stopBoss } from "../queue/boss.ts";
import { addAnswer } from "../sitting/add-answer.ts";
import { addQuestion } from "../sitting/add-question.ts";
import { endSession } from "../sitting/end-session.ts";
import { startSession } from "../sitting/start-session.ts";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { failure } from "../words/happened.ts";
import { doerWords } from "../words/people-words.ts";
import { rescore } from "./rescore.ts";
import { runAnalysis } from "./run-analysis.ts";

await testDatabase();
afterAll(stopBoss);

const PERSON = "5f6f5b1e-4d9c-4bb1-9f9e-1f2d3c4b5a69";

type Finished = { actor: Actor; interviewId: string; sessionId: string };

async function interview(): Promise<Finished> {
  const organization = await testOrganization();
  await testTemplate(organization);
  const { token } = await testInvitation({ name: "Ada", email: "ada@example.com" }, organization);
  const { sessionId } = await startSession(StartSessionBody.parse({ interview_token: token }), null);
  const question_data = { text: "How do you find a slow query?", type: "technical", keywords: ["query plan"] };
  const question_id = await addQuestion({ session_id: sessionId, question_data });
  const text = "I read the query plan first, because guessing wastes time, and then I add the index that is missing.";
  await addAnswer({ session_id: sessionId, question_id, answer_data: { text } });
  const { interviewId } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  return { actor: { ...organization, kind: "user", id: PERSON }, interviewId, sessionId };
}

async function finished(): Promise<Finished> {
  const started = await interview();
  await endSession(started.sessionId);
  return started;
}

const versions = (sessionId: string) => db().analysis.findMany({ where: { sessionId }, orderBy: { version: "asc" } });
const latest = async (sessionId: string) => {
  const last = (await versions(sessionId)).at(-1);
  if (!last) throw new Error("no analysis");
  return last;
};
const configured = { scorer: "configured" } as const;

describe("scoring again", () => {
  test("makes a new version beside the old one, in a run of its own, and says who asked", async () => {
    const { actor, interviewId, sessionId } = await finished();
    await runAnalysis({ analysisId: (await latest(sessionId)).id });
    const first = await latest(sessionId);
    expect(await rescore(actor, interviewId, { scorer: "offline" })).toEqual({ version: 2, status: "pending" });
    await runAnalysis({ analysisId: (await latest(sessionId)).id });
    const [kept, again] = await versions(sessionId);
    expect(kept).toEqual(first);
    expect(again).toMatchObject({ status: "completed", requestedScorer: "offline", requestedById: PERSON });
    expect(again?.runId).not.toBe(first.runId);
    expect({ ...again, inputHash: first.inputHash }).toMatchObject({ overallScore: first.overallScore });
  });

  test("goes on with what a failed one has paid for, by the same scorer only", async () => {
    const { actor, interviewId, sessionId } = await finished();
    const failed = await latest(sessionId);
    await analyses.claim(db(), failed.id);
    await analyses.fail(db(), failed.id, failure("gave_up"));
    await rescore(actor, interviewId, { scorer: "offline" });
    const estimate = await latest(sessionId);
    expect(estimate.runId).not.toBe(failed.runId);
    await runAnalysis({ analysisId: estimate.id });
    await rescore(actor, interviewId, configured);
    expect((await latest(sessionId)).runId).toBe(failed.runId);
  });

  test("names who asked, a person or an API key", async () => {
    const { actor, interviewId, sessionId } = await finished();
    const key = await createApiKey({ name: "Payroll" }, actor);
    await runAnalysis({ analysisId: (await latest(sessionId)).id });
    await rescore({ ...actor, kind: "api_key", id: key.id }, interviewId, configured);
    const listed = await analysisVersions.list(db(), actor.organizationId, sessionId);
    expect(listed.map(({ version, requestedBy }) => [version, requestedBy && doerWords(requestedBy, "en")])).toEqual([
      [2, "API key “Payroll”"],
      [1, null],
    ]);
  });

  test("is written down in the audit log", async () => {
    const { actor, interviewId, sessionId } = await finished();
    await runAnalysis({ analysisId: (await latest(sessionId)).id });
    await rescore(actor, interviewId, configured);
    const event = await db().auditEvent.findFirst({ where: { subjectId: interviewId, action: "analysis.requested" } });
    expect(event).toMatchObject({ actorId: PERSON, detail: { version: 2, scorer: "configured" } });
  });
});

describe("scoring again is refused", () => {
  test("while the interview is being scored, however many ask at once", async () => {
    const { actor, interviewId, sessionId } = await finished();
    await expect(rescore(actor, interviewId, configured)).rejects.toMatchObject({ code: "analysis_under_way" });
    await runAnalysis({ analysisId: (await latest(sessionId)).id });
    const asked = await Promise.allSettled([1, 2, 3].map(() => rescore(actor, interviewId, configured)));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await versions(sessionId)).toHaveLength(2);
  });

  test("before the interview is finished", async () => {
    const { actor, interviewId } = await interview();
    await expect(rescore(actor, interviewId, configured)).rejects.toMatchObject({ code: "interview_not_completed" });
  });

  test("for an interview that is not there or not yours", async () => {
    const { interviewId } = await finished();
    const stranger = await testOrganization("Others");
    for (const id of [interviewId, "5f6f5b1e-4d9c-4bb1-9f9e-000000000000", "x"]) {
      await expect(rescore(stranger, id, configured)).rejects.toMatchObject({ code: "interview_not_found" });
    }
  });
});
