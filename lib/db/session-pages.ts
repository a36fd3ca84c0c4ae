import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

/*
 * What a sitting is made of, a page at a time: one session may have thousands of questions, and whoever reads it must keep neither them
 * nor everybody else waiting.
 */

/** Few enough that the largest rows there can be are read within a moment. */
export const PAGE_ROWS = 20;

/** Questions in the order they were asked, beyond a position. */
export function questions(db: Db, sessionId: string, after: number, limit = PAGE_ROWS) {
  return db.question.findMany({
    where: { sessionId, position: { gt: after } },
    orderBy: { position: "asc" },
    take: limit,
  });
}
export type QuestionRow = Awaited<ReturnType<typeof questions>>[number];

const HEARD = {
  transcripts: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.AnswerInclude;

/** Answers in the order they were given, beyond a position; each knows whether a later one to its question counts instead. */
export async function answers(db: Db, sessionId: string, after: number, limit = PAGE_ROWS) {
  const rows = await db.answer.findMany({
    where: { sessionId, position: { gt: after } },
    orderBy: { position: "asc" },
    take: limit,
    include: HEARD,
  });
  const latest = await latestPositions(
    db,
    rows.map(({ questionId }) => questionId),
  );
  return rows.map((row) => ({ ...row, superseded: latest.get(row.questionId) !== row.position }));
}
export type AnswerRow = Awaited<ReturnType<typeof answers>>[number];

/** The answer that counts of each of these questions that has one: its latest, by the question's id. */
export async function countingAnswers(
  db: Db,
  sessionId: string,
  questionIds: readonly string[],
): Promise<Map<string, AnswerRow>> {
  const latest = await latestPositions(db, questionIds);
  const where = { sessionId, position: { in: [...latest.values()] } };
  const rows = await db.answer.findMany({ where, include: HEARD });
  return new Map(rows.map((row) => [row.questionId, { ...row, superseded: false }]));
}

/** Where the latest answer to each question stands, by the question's id. */
async function latestPositions(db: Db, questionIds: readonly string[]): Promise<Map<string, number>> {
  const latest = await db.answer.groupBy({
    by: ["questionId"],
    where: { questionId: { in: [...questionIds] } },
    _max: { position: true },
  });
  return new Map(latest.map(({ questionId, _max }) => [questionId, _max.position ?? 0]));
}

/** What happened, of one kind, in order, beyond an id. */
export function events(db: Db, sessionId: string, kind: string, after: bigint, limit = PAGE_ROWS) {
  return db.sessionEvent.findMany({
    where: { sessionId, kind, id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
  });
}
export type EventRow = Awaited<ReturnType<typeof events>>[number];
