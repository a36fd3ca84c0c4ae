import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

export type NewSegment = { sessionId: string; clientKey: string; mimeType: string };

/**
 * Opens the next segment of a recording, or finds the one that this client key opened before. The recording's row is
 * locked, so that two at once get two numbers.
 */
export async function openOnce(tx: Db, segment: NewSegment): Promise<number> {
  const { sessionId, clientKey } = segment;
  await tx.$queryRaw`SELECT 1 FROM recordings WHERE session_id = ${sessionId}::uuid FOR UPDATE`;
  const existing = await tx.segment.findUnique({ where: { sessionId_clientKey: { sessionId, clientKey } } });
  if (existing) return existing.index;
  const index = await tx.segment.count({ where: { sessionId } });
  await tx.segment.create({ data: { ...segment, index } });
  return index;
}

export function find(db: Db, sessionId: string, index: number) {
  return db.segment.findUnique({ where: { sessionId_index: { sessionId, index } } });
}

/** All segments of a recording with their parts, both in order. */
export function listWithParts(db: Db, sessionId: string) {
  return db.segment.findMany({
    where: { sessionId },
    orderBy: { index: "asc" },
    include: { parts: { orderBy: { seq: "asc" } } },
  });
}

/** Where each segment stands in the published file; null for one that could not be read. */
export async function place(
  tx: Db,
  sessionId: string,
  places: readonly { index: number; startMs: number | null; durationMs: number | null }[],
): Promise<void> {
  for (const { index, ...data } of places) {
    await tx.segment.update({ where: { sessionId_index: { sessionId, index } }, data });
  }
}

export type NewPart = {
  segmentId: string;
  seq: number;
  offset: bigint;
  length: number;
  sha256: string;
  storageKey: string;
};

export function findPart(db: Db, segmentId: string, seq: number) {
  return db.part.findUnique({ where: { segmentId_seq: { segmentId, seq } } });
}

/** Adds a part's row; when two arrive at once the first stands. */
export async function addPart(db: Db, part: NewPart): Promise<void> {
  await db.part.createMany({ data: part, skipDuplicates: true });
}

/**
 * What has arrived of a segment.
 * @returns `ackedThrough`: every part up to this number is here, −1 for none; `missing`: the holes below the highest
 */
export async function arrivedOf(db: Db, segmentId: string): Promise<{ ackedThrough: number; missing: number[] }> {
  const { _count: count, _max: max } = await db.part.aggregate({
    where: { segmentId },
    _count: true,
    _max: { seq: true },
  });
  const highest = max.seq ?? -1;
  if (count === highest + 1) return { ackedThrough: highest, missing: [] };
  const holes = await db.$queryRaw<{ seq: number }[]>(Prisma.sql`
    SELECT seq::int FROM generate_series(0, ${highest}) AS seq
    WHERE NOT EXISTS (SELECT 1 FROM parts WHERE segment_id = ${segmentId}::uuid AND parts.seq = seq.seq)
    ORDER BY seq LIMIT 1000`);
  const missing = holes.map(({ seq }) => seq);
  return { ackedThrough: (missing[0] ?? 0) - 1, missing };
}
