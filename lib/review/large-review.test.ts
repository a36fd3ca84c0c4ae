import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { exportInterviews } from "../exports/export-interviews.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { interviewMaker, testReviewer } from "../testing/interviews.ts";
import { getReview, getReviewQuestions } from "../testing/reviewed.ts";
import { watchTurns } from "../testing/turns.ts";
import { REVIEW_QUESTIONS } from "./read-review-questions.ts";

await testDatabase();
const actor = await testOrganization("Large");
const reviewer = await testReviewer(actor, "Rita Reviewer");
const make = await interviewMaker(actor);

const QUESTIONS = 2_500;
const TEXT_CHARACTERS = 8_000;

/** A finished sitting of so many long questions and answers, every one of them scored. */
async function largeInterview(email: string, questions: number): Promise<string> {
  const { id, sessionId } = await make({ name: "Ada Lovelace", email, session: "completed" });
  const { organizationId } = actor;
  const analysis = await db().analysis.create({
    data: { organizationId, sessionId: sessionId as string, version: 1, status: "completed" },
  });
  await db().$executeRaw`
    INSERT INTO questions (id, session_id, position, text, type, difficulty, avatar, keywords)
    SELECT gen_random_uuid(), ${sessionId}::uuid, n, 'Question ' || n, 'general', 'easy', 'default', '{}'
    FROM generate_series(1, ${questions}::int) n`;
  await db().$executeRaw`
    INSERT INTO answers (id, session_id, question_id, position, text)
    SELECT gen_random_uuid(), session_id, id, position, repeat('answer, ', ${TEXT_CHARACTERS / 8}::int)
    FROM questions WHERE session_id = ${sessionId}::uuid`;
  await db().$executeRaw`
    INSERT INTO question_analyses (analysis_id, question_id, answer_id, status, levels, feedback, strengths, improvements, evidence)
    SELECT ${analysis.id}::uuid, q.id, a.id, 'assessed', '{}', 'Well told.', '{}', '{}',
      '[{"quote": "answer, answer", "category": "technical", "note": "Says so."}]'
    FROM questions q JOIN answers a ON a.question_id = q.id WHERE q.session_id = ${sessionId}::uuid`;
  await db().session.update({
    where: { id: sessionId as string },
    data: { textBytes: questions * TEXT_CHARACTERS, questionCount: questions, answerCount: questions },
  });
  return id;
}

test("a review of 2,500 long answers is read page by page, and nobody else waits for longer than a tenth of a second", async () => {
  const id = await largeInterview("pages@example.com", QUESTIONS);
  const longest = watchTurns();
  const { questions, more_questions_after } = await getReview(id, reviewer);
  const positions = questions.map(({ position }) => position);
  expect(positions).toHaveLength(REVIEW_QUESTIONS);
  for (let after = more_questions_after; after !== null; ) {
    const page = await getReviewQuestions(id, reviewer, after);
    positions.push(...page.questions.map(({ position }) => position));
    after = page.more_questions_after;
  }
  expect(longest()).toBeLessThan(100);
  expect(positions).toEqual(Array.from({ length: QUESTIONS }, (_, index) => index + 1));
  expect(questions[0]?.analysis?.evidence).toMatchObject([{ quote: "answer, answer" }]);
});

test("the last page says that it is the last, also when it is full", async () => {
  const id = await largeInterview("full@example.com", REVIEW_QUESTIONS);
  expect((await getReview(id, reviewer)).more_questions_after).toBeNull();
  expect(await getReviewQuestions(id, reviewer, REVIEW_QUESTIONS)).toEqual({
    questions: [],
    more_questions_after: null,
  });
});

test.each(["csv", "jsonl", "xlsx"] as const)(
  "interviews with much text are exported as %s a few at a time, every one once",
  async (format) => {
    const ids = [];
    for (let number = 0; number < 4; number += 1)
      ids.push(await largeInterview(`${format}-${number}@example.com`, 150));
    const { body } = await exportInterviews(reviewer, { format, bom: "0", search: format });
    const longest = watchTurns();
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) {
      chunks.push(chunk);
      await delay(1);
    }
    expect(longest()).toBeLessThan(100);
    if (format === "xlsx") return;
    const text = Buffer.concat(chunks).toString();
    for (const id of ids) expect(text.split(id)).toHaveLength(2);
  },
);
