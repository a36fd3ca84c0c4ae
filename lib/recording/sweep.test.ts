import { expect, test } from "vitest";
import { AddAnswerBody, AddQuestionBody } from "../contract/interview.ts";
import { db } from "../db/client.ts";
import * as recordings from "../db/recordings.ts";
import { addAnswer } from "../sitting/add-answer.ts";
import { addQuestion } from "../sitting/add-question.ts";
import { testDatabase } from "../testing/database/database.ts";
import { testSession } from "../testing/recording-session.ts";
import { claimSession } from "./claim-session.ts";
import { sweep } from "./sweep.ts";

await testDatabase();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A sitting with an answer and a part, last seen at `seenAt`. */
async function begun(seenAt: Date) {
  const session = await testSession();
  const { sessionId } = session;
  const question_id = await addQuestion(
    AddQuestionBody.parse({ session_id: sessionId, question_data: { text: "Why?" } }),
  );
  await addAnswer(AddAnswerBody.parse({ session_id: sessionId, question_id, answer_data: { text: "Because." } }));
  await recordings.markRecording(db(), sessionId);
  await db().session.update({ where: { id: sessionId }, data: { lastSeenAt: seenAt } });
  return session;
}

async function jobsOf(sessionId: string) {
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT name FROM pgboss.job j WHERE j.data->>'sessionId' = ${sessionId}
      OR j.data->>'analysisId' IN (SELECT id::text FROM analyses WHERE session_id = ${sessionId}::uuid)
    ORDER BY name`;
  return rows.map(({ name }) => name);
}

const read = (id: string) => db().session.findUniqueOrThrow({ where: { id } });

test("a short silence is left alone", async () => {
  const now = new Date();
  const { sessionId } = await begun(new Date(now.getTime() - 9 * MINUTE));
  await sweep(now);
  expect(await read(sessionId)).toMatchObject({ status: "active", provisionalAt: null });
});

test("what a silent candidate has sent is processed once per silence, and the session stays open", async () => {
  const seenAt = new Date(Date.now() - 10 * MINUTE);
  const now = new Date();
  const { sessionId } = await begun(seenAt);
  await Promise.all([sweep(now), sweep(now)]);
  await sweep(new Date(now.getTime() + MINUTE));
  expect(await jobsOf(sessionId)).toEqual(["analysis.run", "recording.finalize"]);
  expect(await read(sessionId)).toMatchObject({ status: "active", endedAt: null });

  const back = new Date(now.getTime() + 2 * MINUTE);
  await claimSession(sessionId, { client_key: "back" }, back);
  await sweep(new Date(back.getTime() + 9 * MINUTE));
  expect(await jobsOf(sessionId)).toHaveLength(2);
  await sweep(new Date(back.getTime() + 10 * MINUTE)); // silent again
  expect(await jobsOf(sessionId)).toHaveLength(4);
});

test("somebody who opened the page and left makes no work", async () => {
  const { sessionId } = await testSession();
  await sweep(new Date(Date.now() + 11 * MINUTE));
  expect(await jobsOf(sessionId)).toEqual([]);
  expect(await read(sessionId)).toMatchObject({ status: "active" });
});

test.each([
  ["has run out", { expiresAt: new Date(Date.now() - HOUR) }],
  ["was withdrawn", { revokedAt: new Date(Date.now() - HOUR) }],
])("a silent session whose invitation %s long ago is ended, with all that it has", async (_, over) => {
  const { sessionId, interviewId } = await begun(new Date(Date.now() - 2 * HOUR));
  await db().interview.update({ where: { id: interviewId }, data: over });
  await sweep();
  await sweep();
  expect(await read(sessionId)).toMatchObject({ status: "completed" });
  expect(await jobsOf(sessionId)).toEqual(["analysis.run", "recording.finalize"]);
  const logged = await db().sessionEvent.findMany({ where: { sessionId, code: "session_abandoned" } });
  expect(logged).toHaveLength(1);
});

test("nothing stays open for ever: an end call that never came is made up for", async () => {
  const { sessionId } = await begun(new Date());
  await sweep(new Date(Date.now() + 15 * DAY));
  expect(await read(sessionId)).toMatchObject({ status: "completed" });
});
