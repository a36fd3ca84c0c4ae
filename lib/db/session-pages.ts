import type { Db } from "./client.ts";

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

/** Answers in the order they were given, beyond a position; each knows whether a later one to its question counts instead. */
export async function answers(db: Db, sessionId: string, after: number, limit = PAGE_ROWS) {
  const rows = await db.answer.findMany({
    where: { sessionId, position: { gt: after } },
    orderBy: { position: "asc" },
    take: limit,
  });
  const latest = await db.answer.groupBy({
    by: ["questionId"],
    where: { questionId: { in: rows.map(({ questionId }) => questionId) } },
    _max: { position: true },
  });
  const counts = new Map(latest.map(({ questionId, _max }) => [questionId, _max.position]));
  return rows.map((row) => ({ ...row, superseded: counts.get(row.questionId) !== row.position }));
}
export type AnswerRow = Awaited<ReturnType<typeof answers>>[number];

/** What happened, of one kind, in order, beyond an id. */
export function events(db: Db, sessionId: string, kind: string, after: bigint, limit = PAGE_ROWS) {
  return db.sessionEvent.findMany({
    where: { sessionId, kind, id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
  });
}
export type EventRow = Awaited<ReturnType<typeof events>>[number];
