import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { AddAnswerBody, AddIssueBody, AddQuestionBody, StartSessionBody } from "../contract/interview.ts";
import { db } from "../db/client.ts";
import { type Amounts, LARGEST_QUOTA, sessionQuota } from "../domain/session-quota.ts";
import { claimSession } from "../recording/claim-session.ts";
import { testDatabase } from "../testing/database/database.ts";
import { testSession } from "../testing/recording-session.ts";
import { toldOf } from "../testing/refusals.ts";
import { addAnswer } from "./add-answer.ts";
import { addIssue } from "./add-issue.ts";
import { addQuestion } from "./add-question.ts";
import { MAX_METADATA_BYTES } from "./metadata.ts";
import { startSession } from "./start-session.ts";

await testDatabase();

const AT_ONCE = 40;

/** A session that takes less than others, so that a test reaches its limits. */
async function sessionThatTakes(quota: Amounts): Promise<string> {
  const { sessionId } = await testSession();
  const { quota: whole } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  await db().session.update({ where: { id: sessionId }, data: { quota: { ...(whole as object), ...quota } } });
  return sessionId;
}

const question = (session_id: string, question_data: object = {}) =>
  addQuestion(AddQuestionBody.parse({ session_id, question_data: { text: "Why?", ...question_data } }));
const answer = (session_id: string, question_id: string, answer_data: object = {}) =>
  addAnswer(AddAnswerBody.parse({ session_id, question_id, answer_data: { text: "So.", ...answer_data } }));
const issue = (session_id: string) =>
  addIssue(AddIssueBody.parse({ session_id, issue: { code: "camera_refused", message: "No camera." } }));

/** Sends forty at once. @returns how many were taken; all others were refused for this limit */
async function takenOf(send: () => Promise<unknown>, name: string, most: number): Promise<number> {
  const outcomes = await Promise.allSettled(Array.from({ length: AT_ONCE }, send));
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") {
      expect(await toldOf(Promise.reject(outcome.reason))).toMatchObject({
        code: "session_limit_reached",
        message: expect.stringContaining(String(most)),
        issues: [{ path: name, message: `must be at most ${most} for each session` }],
      });
    }
  }
  return outcomes.filter(({ status }) => status === "fulfilled").length;
}

test("a session's quota comes from its template and from what is recorded of it", async () => {
  const { sessionId } = await testSession({ quality: "SD" });
  const { quota, metadataBytes } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  const textBytes = expect.any(Number);
  expect(quota).toEqual({
    ...sessionQuota({ questions: 2, seconds: 0, textBytes: 0 }, { quality: "SD" }),
    text_bytes: textBytes,
  });
  expect(metadataBytes).toBe(2); // {}
});

test("of forty questions at once, as many are taken as there is room for", async () => {
  const sessionId = await sessionThatTakes({ questions: 7 });
  expect(await takenOf(() => question(sessionId), "questions", 7)).toBe(7);
  expect(await db().question.count({ where: { sessionId } })).toBe(7);
});

test("a question that is there already is found, however full the session is", async () => {
  const sessionId = await sessionThatTakes({ questions: 1 });
  const first = await question(sessionId, { client_key: "one" });
  expect(await question(sessionId, { client_key: "one" })).toBe(first);
  await expect(question(sessionId, { client_key: "two" })).rejects.toMatchObject({ code: "session_limit_reached" });
});

test("of forty answers at once, as many are taken as there is room for", async () => {
  const sessionId = await sessionThatTakes({ answers: 5 });
  const id = await question(sessionId);
  expect(await takenOf(() => answer(sessionId, id), "answers", 5)).toBe(5);
  expect(await db().answer.count({ where: { sessionId } })).toBe(5);
});

test("texts are counted in bytes, those of questions and answers together", async () => {
  const sessionId = await sessionThatTakes({ text_bytes: 10_000 });
  const id = await question(sessionId, { text: "ы".repeat(1_000) }); // two bytes each
  const taken = await takenOf(() => answer(sessionId, id, { text: "ы".repeat(1_000) }), "text_bytes", 10_000);
  expect(taken).toBe(3);
  const { textBytes } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(textBytes).toBeLessThanOrEqual(10_000);
  expect(textBytes).toBeGreaterThan(8_000);
});

test("unknown fields are kept up to a limit for each request and one for the session", async () => {
  const sessionId = await sessionThatTakes({ metadata_bytes: 100_000 });
  await question(sessionId, { note: "x".repeat(60_000) });
  await expect(question(sessionId, { note: "x".repeat(60_000) })).rejects.toMatchObject({
    code: "session_limit_reached",
    issues: [{ path: "metadata_bytes" }],
  });
  await question(sessionId);
  await expect(question(sessionId, { note: "x".repeat(MAX_METADATA_BYTES) })).rejects.toMatchObject({
    code: "invalid_fields",
    issues: [{ path: "question_data" }],
  });
});

test("a start with too many unknown fields is refused, wherever they stand", async () => {
  const start = (more: object) =>
    startSession(StartSessionBody.parse({ interview_token: randomUUID(), ...more }), null);
  // An unknown token is told first: whoever has none learns nothing else.
  await expect(start({ note: "x".repeat(70_000) })).rejects.toMatchObject({ code: "interview_not_found" });
  const { interviewId } = await testSession();
  const { token } = await db().interview.findUniqueOrThrow({ where: { id: interviewId } });
  for (const more of [{ note: "x".repeat(70_000) }, { recording_config: { note: "x".repeat(70_000) } }]) {
    await expect(start({ interview_token: token, ...more })).rejects.toMatchObject({ code: "invalid_fields" });
  }
});

test("of forty technical issues at once, as many are taken as there is room for", async () => {
  const sessionId = await sessionThatTakes({ issues: 6 });
  expect(await takenOf(() => issue(sessionId), "issues", 6)).toBe(6);
  expect(await db().sessionEvent.count({ where: { sessionId, kind: "technical_issue" } })).toBe(6);
});

test("coming back again and again resumes the session every time, and fills no log", async () => {
  const { sessionId, interviewId } = await testSession();
  await db().session.update({ where: { id: sessionId }, data: { quota: { log_lines: 4 } } });
  const { token } = await db().interview.findUniqueOrThrow({ where: { id: interviewId } });
  const resume = () => startSession(StartSessionBody.parse({ interview_token: token }), null);
  const resumed = await Promise.all(Array.from({ length: 8 }, resume));
  expect(new Set(resumed.map((one) => one.sessionId))).toEqual(new Set([sessionId]));
  expect(await db().sessionEvent.count({ where: { sessionId, code: "session_resumed" } })).toBe(4);
});

test("pages that take a session from one another come to an end", async () => {
  const sessionId = await sessionThatTakes({ claims: 3 });
  const take = (client_key: string) => claimSession(sessionId, { client_key, take_over: true });
  expect([await take("a"), await take("b"), await take("a")]).toEqual([1, 2, 3]);
  await expect(take("b")).rejects.toMatchObject({ code: "session_limit_reached", issues: [{ path: "claims" }] });
  expect(await claimSession(sessionId, { client_key: "a" })).toBe(3); // who holds it, holds it
});

test("a session from before there were quotas goes on", async () => {
  const sessionId = await sessionThatTakes({});
  await db().session.update({
    where: { id: sessionId },
    data: { quota: {}, questionCount: LARGEST_QUOTA.questions - 1 },
  });
  await question(sessionId);
  await expect(question(sessionId)).rejects.toMatchObject({ code: "session_limit_reached" });
});
