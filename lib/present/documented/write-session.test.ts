import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { SessionDataAnswer } from "../../contract/interview-answers.ts";
import { db } from "../../db/client.ts";
import { streamJson } from "../../http/stream-json.ts";
import { getSessionHead } from "../../sitting/read-results.ts";
import { testDatabase } from "../../testing/database/database.ts";
import { testSession } from "../../testing/recording-session.ts";
import { watchTurns } from "../../testing/turns.ts";
import { writeSession } from "./write-session.ts";

await testDatabase();

const QUESTIONS = 2_500;
const METADATA_CHARACTERS = 50_000;

async function read(actor: Awaited<ReturnType<typeof testSession>>["actor"], sessionId: string) {
  const answer = streamJson(writeSession(await getSessionHead(actor, sessionId), true));
  return text(answer.body as ReadableStream);
}

test("an empty session, and one with a retake, have every documented field", async () => {
  const { actor, sessionId } = await testSession();
  const data = (position: number) => ({
    sessionId,
    position,
    text: `Question ${position}`,
    type: "general",
    difficulty: "easy",
    avatar: "default",
    keywords: ["a"],
  });
  const empty = JSON.parse(await read(actor, sessionId));
  expect(empty).toMatchObject({
    questions: [],
    answers: [],
    technical_issues: [],
    status: "active",
    recording_file: null,
  });
  const question = await db().question.create({ data: data(1) });
  for (const position of [1, 2]) {
    await db().answer.create({ data: { sessionId, questionId: question.id, position, text: `Answer ${position}` } });
  }
  const told = SessionDataAnswer.shape.session_data.parse(JSON.parse(await read(actor, sessionId)));
  expect(told.answers.map(({ superseded }) => superseded)).toEqual([true, false]);
  expect(told.questions).toHaveLength(1);
});

test("a session of 2,500 large questions is read whole, and nobody else waits for longer than a tenth of a second", async () => {
  const { actor, sessionId } = await testSession();
  await db().$executeRaw`
    INSERT INTO questions (id, session_id, position, text, type, difficulty, avatar, keywords, metadata)
    SELECT gen_random_uuid(), ${sessionId}::uuid, n, 'Question ' || n, 'general', 'easy', 'default', '{}',
      jsonb_build_object('free', repeat('x', ${METADATA_CHARACTERS}::int)) FROM generate_series(1, ${QUESTIONS}::int) n`;
  const answer = streamJson(writeSession(await getSessionHead(actor, sessionId), true));
  let bytes = 0;
  const longest = watchTurns();
  for await (const chunk of answer.body as ReadableStream<Uint8Array>) bytes += chunk.byteLength;
  expect(bytes).toBeGreaterThan(QUESTIONS * METADATA_CHARACTERS);
  expect(longest()).toBeLessThan(100);
});
