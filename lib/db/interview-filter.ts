import { type ListedState, silentSince } from "../domain/interview-state.ts";
import type { ListPosition } from "../domain/list-position.ts";
import type { FinalStatus } from "../domain/status.ts";
import { contains, restrictedIn } from "./candidates.ts";
import { Prisma } from "./generated/client.ts";

export type InterviewFilter = {
  /** Words to find in the name or the address; all of them, in any order. */
  words?: string[];
  state?: ListedState | null | undefined;
  id?: string | undefined;
  candidateId?: number | undefined;
  candidateExternalId?: string | undefined;
  templateId?: string | undefined;
  externalId?: string | undefined;
  /** Of the latest analysis. */
  recommendation?: FinalStatus | undefined;
  /** The latest. */
  decision?: FinalStatus | undefined;
  createdAfter?: Date | undefined;
  createdBefore?: Date | undefined;
};

export type Stretch = {
  organizationId: string;
  /** From the newest down, from below a position down, or from above one up. */
  from: { older: ListPosition } | { newer: ListPosition } | null;
  limit: number;
  /** What has expired and who is silent is asked of this moment. */
  now: Date;
};

/**
 * One stretch of an organisation's interviews, to select from as `i`. It is picked before anything else is read of them, by what stands
 * on them and is indexed; so what a line shows besides is read for those lines alone.
 * @param more that must hold of `i`
 */
export function picked(filter: InterviewFilter, stretch: Stretch, more: Prisma.Sql[] = []): Prisma.Sql {
  const { from, limit } = stretch;
  const conditions = [...matching(filter, stretch), ...more, ...(from ? [beyond(from)] : [])];
  return Prisma.sql`(
    SELECT i.* FROM interviews i WHERE ${Prisma.join(conditions, " AND ")} ${inOrder(from)} LIMIT ${limit}
  ) i`;
}

/** The order of a stretch: upwards from a position the nearest comes first. */
export function inOrder(from: Stretch["from"]): Prisma.Sql {
  return isUpwards(from) ? Prisma.sql`ORDER BY i.created_at, i.id` : Prisma.sql`ORDER BY i.created_at DESC, i.id DESC`;
}

export function isUpwards(from: Stretch["from"]): boolean {
  return from !== null && "newer" in from;
}

function beyond(from: { older: ListPosition } | { newer: ListPosition }): Prisma.Sql {
  if ("older" in from) return Prisma.sql`(i.created_at, i.id) < (${from.older.createdAt}, ${from.older.id}::uuid)`;
  return Prisma.sql`(i.created_at, i.id) > (${from.newer.createdAt}, ${from.newer.id}::uuid)`;
}

type Owner = Pick<Stretch, "organizationId" | "now">;

/** The conditions on `interviews i`. */
export function matching(filter: InterviewFilter, owner: Owner): Prisma.Sql[] {
  const { id, candidateId, templateId, externalId, recommendation, decision, createdAfter, createdBefore } = filter;
  const all: (Prisma.Sql | false | null | undefined)[] = [
    Prisma.sql`i.organization_id = ${owner.organizationId}::uuid AND NOT i.erased`,
    ...(filter.words ?? []).map((word) => ofCandidates(contains(word), owner)),
    filter.state && inState(filter.state, owner),
    id !== undefined && Prisma.sql`i.id = ${id}::uuid`,
    candidateId !== undefined && Prisma.sql`i.candidate_id = ${candidateId}`,
    filter.candidateExternalId !== undefined &&
      ofCandidates(Prisma.sql`c.external_id = ${filter.candidateExternalId}`, owner),
    templateId !== undefined && Prisma.sql`i.template_id = ${templateId}::uuid`,
    externalId !== undefined && Prisma.sql`i.external_id = ${externalId}`,
    // Whoever asks for one learns of it.
    (recommendation !== undefined || decision !== undefined) && unrestricted(owner),
    recommendation !== undefined && Prisma.sql`i.recommendation = ${recommendation}::final_status`,
    decision !== undefined && Prisma.sql`i.decision = ${decision}::final_status`,
    createdAfter && Prisma.sql`i.created_at > ${createdAfter}`,
    createdBefore && Prisma.sql`i.created_at < ${createdBefore}`,
  ];
  return all.filter((condition) => condition instanceof Prisma.Sql);
}

function ofCandidates(condition: Prisma.Sql, { organizationId }: Owner): Prisma.Sql {
  return Prisma.sql`i.candidate_id IN (
    SELECT c.id FROM candidates c WHERE c.organization_id = ${organizationId}::uuid AND ${condition})`;
}

/** Without those whose candidates ask for their data to be deleted. There are few: they are read once and not for each interview. */
export function unrestricted({ organizationId }: Owner): Prisma.Sql {
  return Prisma.sql`i.candidate_id NOT IN ${restrictedIn(organizationId)}`;
}

/** Only those. */
export function restricted({ organizationId }: Owner): Prisma.Sql {
  return Prisma.sql`i.candidate_id IN ${restrictedIn(organizationId)}`;
}

/** The same rule as `interviewState`, for the database to apply. Each is a stretch of an index. */
function inState(state: ListedState, owner: Owner): Prisma.Sql {
  const { now } = owner;
  switch (state) {
    case "deletion_requested":
      return restricted(owner);
    case "completed":
      return Prisma.sql`i.stage = 'completed'`;
    case "to_review":
      return Prisma.sql`i.awaits_decision AND ${unrestricted(owner)}`;
    case "another_look":
      return Prisma.sql`i.decision = 'needs_review' AND i.stage = 'completed' AND ${unrestricted(owner)}`;
    case "revoked":
      return Prisma.sql`i.stage = 'revoked'`;
    case "expired":
      return Prisma.sql`i.stage = 'open' AND i.expires_at <= ${now}`;
    case "in_progress":
      return Prisma.sql`${running(now)} AND ${lastSeen(Prisma.sql`> ${silentSince(now)}`)}`;
    case "interrupted":
      return Prisma.sql`${running(now)} AND ${lastSeen(Prisma.sql`<= ${silentSince(now)}`)}`;
    case "invited":
      return Prisma.sql`i.stage = 'open' AND i.expires_at > ${now} AND i.started_at IS NULL`;
  }
}

function running(now: Date): Prisma.Sql {
  return Prisma.sql`i.stage = 'open' AND i.expires_at > ${now} AND i.started_at IS NOT NULL`;
}

/**
 * Signs of life come every few seconds and stay on the session: on the interview each would be a new entry in all of its indexes. So a
 * session is looked up for each interview that runs now, of which there are never many.
 */
function lastSeen(compared: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM sessions s WHERE s.interview_id = i.id AND s.last_seen_at ${compared})`;
}
