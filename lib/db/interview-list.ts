import { type ListedState, silentSince } from "../domain/interview-state.ts";
import type { FinalStatus, JobStatus, SessionStatus } from "../domain/status.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** A line of the list of interviews. */
export type ListedRow = {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  token: string;
  candidateName: string;
  candidateEmail: string;
  templateName: string;
  roleTitle: string;
  sessionStatus: SessionStatus | null;
  startedAt: Date | null;
  endedAt: Date | null;
  lastSeenAt: Date | null;
  analysisStatus: JobStatus | null;
  method: string | null;
  overallScore: number | null;
  recommendation: FinalStatus | null;
  decision: FinalStatus | null;
};

/** A place in the list: the line before or after it is found by the index, however far down it is. */
export type Place = { createdAt: Date; id: string };

type Wanted = {
  organizationId: string;
  /** Words to find in the name or the address; all of them, in any order. */
  words: string[];
  state: ListedState | null;
  /** From the newest down, from below a place down, or from above a place up. */
  from: { older: Place } | { newer: Place } | null;
  limit: number;
  now: Date;
};

/** One stretch of the list, newest first. With `newer` it is the stretch right above the place. */
export async function list(db: Db, wanted: Wanted): Promise<ListedRow[]> {
  const upwards = wanted.from !== null && "newer" in wanted.from;
  const conditions = [
    Prisma.sql`i.organization_id = ${wanted.organizationId}::uuid`,
    ...wanted.words.map(contains),
    ...(wanted.state ? [inState(wanted.state, wanted.now)] : []),
    ...(wanted.from ? [beyond(wanted.from)] : []),
  ];
  const direction = upwards ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const rows = await db.$queryRaw<ListedRow[]>`
    SELECT i.id, i.created_at AS "createdAt", i.expires_at AS "expiresAt", i.revoked_at AS "revokedAt", i.token,
      c.name AS "candidateName", c.email AS "candidateEmail", t.name AS "templateName", t.role_title AS "roleTitle",
      s.status::text AS "sessionStatus", s.started_at AS "startedAt", s.ended_at AS "endedAt",
      s.last_seen_at AS "lastSeenAt",
      a.status::text AS "analysisStatus", a.method, a.overall_score AS "overallScore",
      a.final_status::text AS "recommendation", d.decision::text AS "decision"
    FROM interviews i
    JOIN candidates c ON c.id = i.candidate_id
    JOIN templates t ON t.id = i.template_id
    LEFT JOIN sessions s ON s.interview_id = i.id
    LEFT JOIN LATERAL (
      SELECT status, method, overall_score, final_status FROM analyses
      WHERE session_id = s.id ORDER BY version DESC LIMIT 1
    ) a ON true
    LEFT JOIN LATERAL (
      SELECT decision FROM decisions WHERE session_id = s.id ORDER BY created_at DESC, id DESC LIMIT 1
    ) d ON true
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY i.created_at ${direction}, i.id ${direction}
    LIMIT ${wanted.limit}`;
  return upwards ? rows.reverse() : rows;
}

function contains(word: string): Prisma.Sql {
  const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(c.name ILIKE ${pattern} OR c.email ILIKE ${pattern})`;
}

/** The same rule as `interviewState`, for the database to apply. */
function inState(state: ListedState, now: Date): Prisma.Sql {
  const unfinished = Prisma.sql`s.status IS DISTINCT FROM 'completed'`;
  switch (state) {
    case "completed":
      return Prisma.sql`s.status = 'completed'`;
    case "to_review":
      return Prisma.sql`s.status = 'completed' AND NOT EXISTS (SELECT 1 FROM decisions WHERE session_id = s.id)`;
    case "revoked":
      return Prisma.sql`${unfinished} AND i.revoked_at IS NOT NULL`;
    case "expired":
      return Prisma.sql`${unfinished} AND i.revoked_at IS NULL AND i.expires_at <= ${now}`;
    case "in_progress":
      return Prisma.sql`${running(now)} AND s.last_seen_at > ${silentSince(now)}`;
    case "interrupted":
      return Prisma.sql`${running(now)} AND s.last_seen_at <= ${silentSince(now)}`;
    case "invited":
      return Prisma.sql`s.id IS NULL AND i.revoked_at IS NULL AND i.expires_at > ${now}`;
  }
}

function running(now: Date): Prisma.Sql {
  return Prisma.sql`s.status = 'active' AND i.revoked_at IS NULL AND i.expires_at > ${now}`;
}

function beyond(from: { older: Place } | { newer: Place }): Prisma.Sql {
  if ("older" in from) return Prisma.sql`(i.created_at, i.id) < (${from.older.createdAt}, ${from.older.id}::uuid)`;
  return Prisma.sql`(i.created_at, i.id) > (${from.newer.createdAt}, ${from.newer.id}::uuid)`;
}
