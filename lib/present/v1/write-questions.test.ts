import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { QuestionList } from "../../contract/v1/sessions.ts";
import { db } from "../../db/client.ts";
import { streamJson } from "../../http/stream-json.ts";
import { getSessionHead } from "../../sitting/read-results.ts";
import { testDatabase } from "../../testing/database/database.ts";
import { testSession } from "../../testing/recording-session.ts";
import { readPositionCursor } from "./cursor.ts";
import { writeQuestions } from "./write-questions.ts";

await testDatabase();

type Asked = Awaited<ReturnType<typeof testSession>>;

async function page({ actor, sessionId }: Asked, cursor: string | null, limit: number): Promise<QuestionList> {
  const session = await getSessionHead(actor, sessionId);
  const answer = streamJson(writeQuestions(session, readPositionCursor(cursor ?? undefined), limit));
  return QuestionList.parse(JSON.parse(await text(answer.body as ReadableStream)));
}

/** Questions at every other position, as after a question that was refused. */
async function ask({ sessionId }: Asked, count: number): Promise<void> {
  await db().$executeRaw`
    INSERT INTO questions (id, session_id, position, text, type, difficulty, avatar, keywords, metadata)
    SELECT gen_random_uuid(), ${sessionId}::uuid, 2 * n, 'Question ' || n, 'general', 'easy', 'default', '{}', '{}'
    FROM generate_series(1, ${count}::int) n`;
}

test.each([4, 19, 20, 45, 100])("45 questions are read whole in pages of %i, in order and each once", async (limit) => {
  const session = await testSession();
  await ask(session, 45);
  const texts: string[] = [];
  let cursor: string | null = null;
  do {
    const { data, next_cursor }: QuestionList = await page(session, cursor, limit);
    expect(data.length).toBeLessThanOrEqual(limit);
    texts.push(...data.map(({ text }) => text));
    cursor = next_cursor;
  } while (cursor !== null);
  expect(texts).toEqual(Array.from({ length: 45 }, (_, index) => `Question ${index + 1}`));
});

test("a session without questions is one empty page", async () => {
  expect(await page(await testSession(), null, 20)).toEqual({ success: true, data: [], next_cursor: null });
});

test("each question comes with its latest answer, or with none", async () => {
  const session = await testSession();
  const { sessionId } = session;
  await ask(session, 2);
  const question = await db().question.findFirstOrThrow({ where: { sessionId, position: 2 } });
  for (const position of [1, 2]) {
    await db().answer.create({ data: { sessionId, questionId: question.id, position, text: `Answer ${position}` } });
  }
  const { data } = await page(session, null, 20);
  expect(data.map(({ answer }) => answer?.text ?? null)).toEqual(["Answer 2", null]);
});
