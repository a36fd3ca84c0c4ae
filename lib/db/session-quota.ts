import { type Amounts, LARGEST_QUOTA, type QuotaName } from "../domain/session-quota.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** What a session has used, and the rows that count it: `sessions`, and `recordings` for what belongs to its recording. */
const COUNTED = {
  questions: Prisma.sql`sessions.question_count`,
  answers: Prisma.sql`sessions.answer_count`,
  issues: Prisma.sql`sessions.issue_count`,
  claims: Prisma.sql`sessions.epoch`,
  log_lines: Prisma.sql`sessions.log_count`,
  text_bytes: Prisma.sql`sessions.text_bytes`,
  metadata_bytes: Prisma.sql`sessions.metadata_bytes`,
  parts: Prisma.sql`recordings.part_span`,
  recording_bytes: Prisma.sql`recordings.received_bytes`,
  conflicts: Prisma.sql`recordings.conflict_count`,
} satisfies Partial<Record<QuotaName, Prisma.Sql>>;

export type Counted = keyof typeof COUNTED;

/** The most of something, for a statement that has `sessions` in it. */
export function mostOf(name: QuotaName): Prisma.Sql {
  return Prisma.sql`coalesce((sessions.quota->>${Prisma.raw(`'${name}'`)})::bigint, ${Prisma.raw(String(LARGEST_QUOTA[name]))})`;
}

/**
 * That a session has room for one more, or for so many bytes: a condition of the statement that writes and counts them, so
 * that forty writes at once pass no limit. Its row is locked by that statement, or by `FOR UPDATE`.
 */
export function hasRoom(name: Counted, more: number | Prisma.Sql = 1): Prisma.Sql {
  return Prisma.sql`${COUNTED[name]} + ${more instanceof Object ? more : Prisma.sql`${more}::int`} <= ${mostOf(name)}`;
}

/** What a session may use and has used, by the names of its quota. */
export async function usageOf(db: Db, sessionId: string): Promise<{ quota: Amounts; used: Amounts }> {
  const columns = Object.entries(COUNTED).map(
    ([name, column]) => Prisma.sql`${Prisma.raw(`'${name}'`)}, coalesce(${column}, 0)`,
  );
  const [row] = await db.$queryRaw<{ quota: Amounts; used: Amounts }[]>`
    SELECT sessions.quota, jsonb_build_object(${Prisma.join(columns)}, 'segments',
      (SELECT coalesce(max(index) + 1, 0) FROM segments WHERE session_id = sessions.id)) AS used
    FROM sessions LEFT JOIN recordings ON recordings.session_id = sessions.id
    WHERE sessions.id = ${sessionId}::uuid`;
  return row ?? { quota: {}, used: {} };
}
