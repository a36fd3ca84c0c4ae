import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { CorrectWordsBody } from "../contract/heard-words.ts";
import { AddAnswerBody, AddQuestionBody } from "../contract/interview.ts";
import { db } from "../db/client.ts";
import { CORRECTABLE_AFTER_END_MS } from "../domain/heard-words.ts";
import { requestDeletion } from "../privacy/request-deletion.ts";
import { testDatabase } from "../testing/database/database.ts";
import { awaitWords, writeDown } from "../testing/heard-answer.ts";
import { testSession } from "../testing/recording-session.ts";
import { problemsOf } from "../testing/refusals.ts";
import { addAnswer } from "./add-answer.ts";
import { addQuestion } from "./add-question.ts";
import { correctWords } from "./correct-words.ts";
import { endSession } from "./end-session.ts";
import { getHeardWords } from "./get-heard-words.ts";
import { jsonBytes } from "./metadata.ts";

await testDatabase();

let sessionId: string;
let interviewId: string;

beforeEach(async () => {
  ({ sessionId, interviewId } = await testSession());
});

const NO_ANSWER = { code: "answer_not_found" };

const ask = (text = "Why?") => addQuestion(AddQuestionBody.parse({ session_id: sessionId, question_data: { text } }));
const answer = (question_id: string, answer_data: object) =>
  addAnswer(AddAnswerBody.parse({ session_id: sessionId, question_id, answer_data }));

/** A question with an answer of which no word is written. */
async function spoken(question = "Why?") {
  const questionId = await ask(question);
  return { questionId, answerId: await answer(questionId, { text: "", answered_by: "voice" }) };
}

/** The same, written down. */
async function heard(text: string) {
  const { questionId, answerId } = await spoken();
  await writeDown(sessionId, answerId, text);
  return { questionId, answerId };
}

const kept = (id: string) => db().answer.findUniqueOrThrow({ where: { id } });
const textBytes = async () => (await db().session.findUniqueOrThrow({ where: { id: sessionId } })).textBytes;
const analysesToCome = () => db().$queryRaw<unknown[]>`
  SELECT 1 FROM pgboss.job WHERE name = 'analysis.hear-new-words' AND data->>'sessionId' = ${sessionId}`;

test("words are waited for, then there, or cannot be written down, answer by answer", async () => {
  const [first, second, third, fourth] = [await spoken("1"), await spoken("2"), await spoken("3"), await spoken("4")];
  await awaitWords(sessionId, first.answerId, "running");
  await writeDown(sessionId, second.answerId, "I red the plan.");
  await awaitWords(sessionId, third.answerId, "held");
  await writeDown(sessionId, fourth.answerId, "");
  expect(await getHeardWords(sessionId)).toEqual([
    { ...first, number: 1, question: "1", state: "waiting", text: null, credit: null, isCorrected: false },
    {
      ...second,
      number: 2,
      question: "2",
      state: "written",
      text: "I red the plan.",
      credit: null,
      isCorrected: false,
    },
    { ...third, number: 3, question: "3", state: "none", text: null, credit: null, isCorrected: false },
    { ...fourth, number: 4, question: "4", state: "written", text: "", credit: null, isCorrected: false },
  ]);
});

test("where nothing is written down on this server there is nothing to read", async () => {
  await ask();
  expect(await getHeardWords(sessionId)).toEqual([]);
});

test("words stay readable while they are written down again, and what was put right stays", async () => {
  const { answerId } = await heard("I red the plan.");
  await correctWords(sessionId, answerId, "I read the plan.");
  await awaitWords(sessionId, answerId);
  expect(await getHeardWords(sessionId)).toMatchObject([{ state: "written", text: "I read the plan." }]);
  await writeDown(sessionId, answerId, "I wrote the plan.");
  expect(await getHeardWords(sessionId)).toMatchObject([{ text: "I read the plan.", credit: null, isCorrected: true }]);
});

test("a correction keeps both wordings, and another one what was heard first", async () => {
  const { answerId } = await heard("I red the plan.");
  await correctWords(sessionId, answerId, "  I read the plan.\n");
  expect(await kept(answerId)).toMatchObject({ text: "I read the plan.", recognizedText: "I red the plan." });
  await correctWords(sessionId, answerId, "I read the query plan.");
  expect(await kept(answerId)).toMatchObject({ text: "I read the query plan.", recognizedText: "I red the plan." });
  expect(await db().transcript.findMany({ where: { answerId } })).toMatchObject([{ text: "I red the plan." }]);
  expect(await getHeardWords(sessionId)).toMatchObject([
    { text: "I read the query plan.", credit: null, isCorrected: true },
  ]);
});

test("words that are right already change nothing, but a correction can be taken back", async () => {
  const { answerId } = await heard("I read it.");
  await correctWords(sessionId, answerId, "I read it. ");
  expect(await kept(answerId)).toMatchObject({ text: "", recognizedText: null, correctedAt: null });
  await correctWords(sessionId, answerId, "I wrote it.");
  const [{ correctedAt }, bytes] = [await kept(answerId), await textBytes()];
  await correctWords(sessionId, answerId, "I wrote it.");
  expect([await kept(answerId), await textBytes()]).toEqual([expect.objectContaining({ correctedAt }), bytes]);
  await correctWords(sessionId, answerId, "I read it.");
  expect(await kept(answerId)).toMatchObject({ text: "I read it.", recognizedText: "I read it." });
});

test("of two corrections at once one stands, whole, and each has been counted", async () => {
  const { answerId } = await heard("I red it.");
  const [before, texts] = [await textBytes(), ["I read it.", "I wrote it."]];
  await Promise.all(texts.map((text) => correctWords(sessionId, answerId, text)));
  const { text, recognizedText } = await kept(answerId);
  expect(texts).toContain(text);
  expect(recognizedText).toBe("I red it.");
  expect((await textBytes()) - before).toBe(texts.reduce((sum, each) => sum + jsonBytes(each), 0));
});

test("nothing is put right that is somebody else's, typed, replaced, or not written down", async () => {
  const { answerId: waiting, questionId } = await spoken();
  await awaitWords(sessionId, waiting);
  const replaced = await heard("The first try.");
  await answer(replaced.questionId, { text: "", answered_by: "voice" });
  const typed = await answer(await ask(), { text: "Typed.", answered_by: "text" });
  await writeDown(sessionId, typed, "Hummed while typing.");
  const { answerId: silent } = await heard("");
  const [mine, { sessionId: others }] = [await heard("Mine."), await testSession()];
  for (const id of [waiting, replaced.answerId, typed, silent, questionId, randomUUID(), "no-id"]) {
    await expect(correctWords(sessionId, id, "Mine now.")).rejects.toMatchObject(NO_ANSWER);
  }
  await expect(correctWords(others, mine.answerId, "Mine now.")).rejects.toMatchObject(NO_ANSWER);
  await expect(correctWords(randomUUID(), mine.answerId, "x")).rejects.toMatchObject({ code: "session_not_found" });
  expect(await db().answer.count({ where: { sessionId, correctedAt: { not: null } } })).toBe(0);
  expect((await kept(typed)).text).toBe("Typed.");
});

test("after the end there is half an hour, and what was scored is scored again", async () => {
  const { answerId } = await heard("I red it.");
  await correctWords(sessionId, answerId, "I read.");
  await endSession(sessionId);
  expect(await analysesToCome()).toHaveLength(0);
  await correctWords(sessionId, answerId, "I read it.");
  expect(await getHeardWords(sessionId)).toMatchObject([{ text: "I read it." }]);
  await correctWords(sessionId, answerId, "I read it.");
  expect(await analysesToCome()).toHaveLength(1);
  const endedAt = new Date(Date.now() - CORRECTABLE_AFTER_END_MS - 60_000);
  await db().session.update({ where: { id: sessionId }, data: { endedAt } });
  const ended = { code: "session_ended" };
  await expect(correctWords(sessionId, answerId, "Too late.")).rejects.toMatchObject(ended);
  await expect(getHeardWords(sessionId)).rejects.toMatchObject(ended);
});

test("whose link was revoked or has expired, or who wants all deleted, reads and corrects nothing", async () => {
  const { answerId } = await heard("I red it.");
  const both = (code: string) =>
    Promise.all(
      [getHeardWords(sessionId), correctWords(sessionId, answerId, "I read it.")].map((asked) =>
        expect(asked).rejects.toMatchObject({ code }),
      ),
    );
  const change = (data: object) => db().interview.update({ where: { id: interviewId }, data });
  const { expiresAt, token } = await change({ revokedAt: new Date() });
  await both("invitation_revoked");
  await change({ revokedAt: null, expiresAt: new Date(0) });
  await both("invitation_expired");
  await change({ expiresAt });
  await requestDeletion(token);
  await both("deletion_requested");
  expect(await kept(answerId)).toMatchObject({ text: "", recognizedText: null });
});

test("a correction counts against what the session may write", async () => {
  const { answerId } = await heard("I red it.");
  const quota = { text_bytes: (await textBytes()) + jsonBytes("I read it.") };
  await db().session.update({ where: { id: sessionId }, data: { quota } });
  const refused = { code: "session_limit_reached", issues: [{ path: "text_bytes" }] };
  await expect(correctWords(sessionId, answerId, "I read it all.")).rejects.toMatchObject(refused);
  expect((await kept(answerId)).text).toBe("");
  await correctWords(sessionId, answerId, "I read it.");
  await correctWords(sessionId, answerId, "I read it."); // nothing new: it is there
  await expect(correctWords(sessionId, answerId, "I read.")).rejects.toMatchObject(refused);
});

test("a correction has words, and no more than an answer", () => {
  for (const text of ["", " \n", undefined, 7, "x".repeat(100_001)]) {
    expect(problemsOf(CorrectWordsBody, { text })).toHaveLength(1);
  }
  expect(problemsOf(CorrectWordsBody, { text: "اقرأ الخطة" })).toEqual([]);
});
