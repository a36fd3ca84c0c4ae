import type { Happened } from "../words/happened.ts";
import type { Db } from "./client.ts";

/** Whoever runs a task has it for so long, unless they go on: after that it is as if it had never begun. */
export const LEASE_SECONDS = 45;

/** What is still to be done of its own accord; what is held waits for somebody. */
const OPEN = ["queued", "running"];

/**
 * Asks for an answer to be written down, again where it has been before.
 * @returns how many others of its session wait already
 */
export async function request(tx: Db, { sessionId, answerId }: { sessionId: string; answerId: string }) {
  await tx.$executeRaw`
    INSERT INTO transcription_tasks (answer_id, session_id) VALUES (${answerId}::uuid, ${sessionId}::uuid)
    ON CONFLICT (answer_id) DO UPDATE
    SET state = 'queued', reason = NULL, tries = 0, queued_at = clock_timestamp(), lease_until = NULL, ended_at = NULL`;
  return countOthers(tx, { sessionId, answerId });
}

/** How many others of its session are still to be done. */
export function countOthers(tx: Db, { sessionId, answerId }: { sessionId: string; answerId: string }): Promise<number> {
  return tx.transcriptionTask.count({ where: { sessionId, state: { in: OPEN }, answerId: { not: answerId } } });
}

export type Begun = { tries: number; queuedAt: Date };

/**
 * Takes a task up that nobody else has. Null: it is done, or somebody is at it; then `until` says how long they may be.
 */
export async function begin(db: Db, answerId: string): Promise<Begun | { until: Date } | null> {
  const [begun] = await db.$queryRaw<Begun[]>`
    UPDATE transcription_tasks
    SET state = 'running', reason = NULL, lease_until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    WHERE answer_id = ${answerId}::uuid
      AND (state = 'queued' OR (state = 'running' AND lease_until < clock_timestamp()))
    RETURNING tries, queued_at AS "queuedAt"`;
  if (begun) return begun;
  const other = await db.transcriptionTask.findFirst({
    where: { answerId, state: "running" },
    select: { leaseUntil: true },
  });
  return other?.leaseUntil ? { until: other.leaseUntil } : null;
}

export async function goOn(db: Db, answerId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE transcription_tasks SET lease_until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    WHERE answer_id = ${answerId}::uuid AND state = 'running'`;
}

/** Puts one back that was taken up too early, or that broke down. @param reason what it waits for */
export async function putBack(
  db: Db,
  answerId: string,
  { failed = false, reason = null }: { failed?: boolean; reason?: Happened | null } = {},
): Promise<void> {
  await db.$executeRaw`
    UPDATE transcription_tasks SET state = 'queued', lease_until = NULL, tries = tries + ${failed ? 1 : 0},
      reason = ${reason && JSON.stringify(reason)}::jsonb
    WHERE answer_id = ${answerId}::uuid AND state = 'running'`;
}

/** It cannot be done now: until there is a model for it, or for good. */
export async function stop(tx: Db, answerId: string, state: "held" | "failed", reason: Happened): Promise<boolean> {
  const stopped = await tx.$executeRaw`
    UPDATE transcription_tasks
    SET state = ${state}, reason = ${JSON.stringify(reason)}::jsonb, lease_until = NULL, ended_at = clock_timestamp()
    WHERE answer_id = ${answerId}::uuid AND state IN ('queued', 'running')`;
  return stopped > 0;
}

/** @returns false when somebody else has done it meanwhile */
export async function finish(tx: Db, answerId: string): Promise<boolean> {
  const finished = await tx.$executeRaw`
    UPDATE transcription_tasks SET state = 'done', lease_until = NULL, ended_at = clock_timestamp()
    WHERE answer_id = ${answerId}::uuid AND state = 'running'`;
  return finished > 0;
}

/** Whether any answer of a session was to be written down. */
export async function anyOf(db: Db, sessionId: string): Promise<boolean> {
  return (await db.transcriptionTask.count({ where: { sessionId }, take: 1 })) > 0;
}

/** Whether words of a session are still being written down. */
export async function anyOpen(db: Db, sessionId: string): Promise<boolean> {
  return (await db.transcriptionTask.count({ where: { sessionId, state: { in: OPEN } }, take: 1 })) > 0;
}

/** Whether an answer was only spoken and nobody has asked for its words yet. */
export async function anyUnasked(db: Db, sessionId: string): Promise<boolean> {
  const found = await db.answer.findFirst({
    where: {
      ...{ sessionId, text: "", transcription: null, segmentIndex: { not: null } },
      OR: [{ answeredBy: null }, { answeredBy: { not: "skipped" } }],
    },
    select: { id: true },
  });
  return found !== null;
}

/** Whether any of a session has been tried since. */
export async function anyEndedSince(db: Db, sessionId: string, since: Date): Promise<boolean> {
  return (await db.transcriptionTask.count({ where: { sessionId, endedAt: { gt: since } }, take: 1 })) > 0;
}

/** The languages of what is held for want of a model, BCP 47. */
export async function heldLanguages(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ locale: string }[]>`
    SELECT DISTINCT i.locale FROM transcription_tasks t
    JOIN sessions s ON s.id = t.session_id JOIN interviews i ON i.id = s.interview_id WHERE t.state = 'held'`;
  return rows.map(({ locale }) => locale);
}

/** Queues what is held in a language, the oldest first; what another worker is queueing is left to it. */
export function takeUp(tx: Db, language: string, limit: number) {
  return tx.$queryRaw<{ answerId: string; sessionId: string }[]>`
    UPDATE transcription_tasks task SET state = 'queued', reason = NULL, ended_at = NULL
    FROM (
      SELECT t.answer_id FROM transcription_tasks t
      JOIN sessions s ON s.id = t.session_id JOIN interviews i ON i.id = s.interview_id
      WHERE t.state = 'held' AND i.locale = ${language}
      ORDER BY t.queued_at LIMIT ${limit} FOR UPDATE OF t SKIP LOCKED
    ) held
    WHERE task.answer_id = held.answer_id
    RETURNING task.answer_id AS "answerId", task.session_id AS "sessionId"`;
}

export type TaskState = "queued" | "running" | "held" | "done" | "failed";
export type TaskRow = { answerId: string; state: TaskState; reason: Happened | null; ahead: number };

/** Where each of these answers stands; `ahead`: how many of all interviews come before it. */
export async function find(db: Db, answerIds: readonly string[]): Promise<Map<string, TaskRow>> {
  const rows = await db.$queryRaw<TaskRow[]>`
    SELECT t.answer_id AS "answerId", t.state, t.reason,
      CASE WHEN t.state = 'queued' THEN (
        SELECT count(*)::int FROM transcription_tasks o WHERE o.state IN ('queued', 'running') AND o.queued_at < t.queued_at
      ) ELSE 0 END AS ahead
    FROM transcription_tasks t WHERE t.answer_id = ANY(${[...answerIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.answerId, row]));
}
