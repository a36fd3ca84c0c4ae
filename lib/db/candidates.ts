import type { ListPosition } from "../domain/list-position.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

export type CandidateRow = {
  id: number;
  name: string;
  email: string;
  externalId: string | null;
  createdAt: Date;
  deletionRequestedAt: Date | null;
  /** What is left of them goes: nothing is done with it. */
  erasingSince: Date | null;
};

const COLUMNS = {
  id: true,
  name: true,
  email: true,
  externalId: true,
  createdAt: true,
  deletionRequestedAt: true,
  erasingSince: true,
} as const;

export type NewCandidate = { name: string; email: string; externalId: string | null };

/** Who somebody may be known by. */
export type Known = { ids?: number[]; emails?: string[]; externalIds?: string[] };

export async function exists(db: Db, organizationId: string, id: number): Promise<boolean> {
  return (await db.candidate.count({ where: { id, organizationId } })) === 1;
}

export function find(db: Db, organizationId: string, id: number): Promise<CandidateRow | null> {
  return db.candidate.findFirst({ where: { id, organizationId, erasingSince: null }, select: COLUMNS });
}

/** Everybody who has one of these ids, addresses or external ids, those who are being erased included: the address is theirs until then. */
export function findKnown(db: Db, organizationId: string, { ids = [], emails = [], externalIds = [] }: Known) {
  return db.candidate.findMany({
    where: {
      organizationId,
      OR: [{ id: { in: ids } }, { email: { in: emails } }, { externalId: { in: externalIds } }],
    },
    select: COLUMNS,
  });
}

/** @returns the new rows, in any order */
export function insertAll(db: Db, organizationId: string, candidates: NewCandidate[]): Promise<CandidateRow[]> {
  return db.candidate.createManyAndReturn({
    data: candidates.map((candidate) => ({ ...candidate, organizationId })),
    select: COLUMNS,
  });
}

/** Changes what is there. @returns null when the organisation has no such candidate */
export async function update(
  db: Db,
  organizationId: string,
  id: number,
  changes: Partial<NewCandidate>,
): Promise<CandidateRow | null> {
  const [row] = await db.candidate.updateManyAndReturn({
    where: { id, organizationId },
    data: changes,
    select: COLUMNS,
  });
  return row ?? null;
}

export type CandidateFilter = {
  email?: string | undefined;
  externalId?: string | undefined;
  /** How the name begins. */
  namePrefix?: string | undefined;
  createdAfter?: Date | undefined;
  createdBefore?: Date | undefined;
};

/** One stretch of the organisation's candidates, newest first, from below a position. */
export function list(
  db: Db,
  organizationId: string,
  filter: CandidateFilter,
  { after, limit }: { after: ListPosition<number> | null; limit: number },
): Promise<CandidateRow[]> {
  const { email, externalId, namePrefix, createdAfter, createdBefore } = filter;
  const conditions = [
    Prisma.sql`organization_id = ${organizationId}::uuid AND erasing_since IS NULL`,
    ...(email === undefined ? [] : [Prisma.sql`email = ${email}`]),
    ...(externalId === undefined ? [] : [Prisma.sql`external_id = ${externalId}`]),
    ...(namePrefix === undefined ? [] : [beginsWith(namePrefix)]),
    ...(createdAfter ? [Prisma.sql`created_at > ${createdAfter}`] : []),
    ...(createdBefore ? [Prisma.sql`created_at < ${createdBefore}`] : []),
    ...(after ? [Prisma.sql`(created_at, id) < (${after.createdAt}, ${after.id})`] : []),
  ];
  return db.$queryRaw<CandidateRow[]>`
    SELECT id, name, email, external_id AS "externalId", created_at AS "createdAt",
      deletion_requested_at AS "deletionRequestedAt", erasing_since AS "erasingSince"
    FROM candidates WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY created_at DESC, id DESC LIMIT ${limit}`;
}

/** The folded text begins with the name. */
function beginsWith(prefix: string): Prisma.Sql {
  return Prisma.sql`search LIKE ${foldedPattern(prefix)} || '%'`;
}

/**
 * A condition on `candidates c`: the word stands in the name, the address or another name they were invited by. Both sides are folded by
 * the database's own `fold_for_search`, so that every search finds the same.
 */
export function contains(word: string): Prisma.Sql {
  return Prisma.sql`c.search LIKE '%' || ${foldedPattern(word)} || '%'`;
}

/**
 * The ids of those who ask for their data to be deleted and are not erased yet, for a statement to select from: few, by an index.
 */
export function restrictedIn(organizationId: string): Prisma.Sql {
  return Prisma.sql`(SELECT c.id FROM candidates c
    WHERE c.organization_id = ${organizationId}::uuid AND c.restricted)`;
}

/** Folded, and with what means something in a pattern taken by its word. */
function foldedPattern(text: string): Prisma.Sql {
  const folded = Prisma.sql`fold_for_search(${text})`;
  return Prisma.sql`replace(replace(replace(${folded}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;
}
