import type { RecordingStatus } from "../domain/status.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

export type NewSegment = { sessionId: string; clientKey: string; mimeType: string; epoch: number };

export function findByClientKey(db: Db, sessionId: string, clientKey: string) {
  return db.segment.findUnique({ where: { sessionId_clientKey: { sessionId, clientKey } } });
}

/**
 * Keeps how many parts a segment has. The highest word stands: a repeated or overtaken message takes nothing back.
 * @returns whether this said anything new
 */
export async function close(db: Db, segmentId: string, parts: number): Promise<boolean> {
  const { count } = await db.segment.updateMany({
    where: { id: segmentId, OR: [{ closedParts: null }, { closedParts: { lt: parts } }] },
    data: { closedParts: parts },
  });
  return count === 1;
}

/**
 * Opens the next segment of a recording, or finds the one that this client key opened before. The recording's row is
 * locked, so that two at once get two numbers.
 */
export async function openOnce(tx: Db, segment: NewSegment): Promise<number> {
  const { sessionId, clientKey } = segment;
  await tx.$queryRaw`SELECT 1 FROM recordings WHERE session_id = ${sessionId}::uuid FOR UPDATE`;
  const existing = await findByClientKey(tx, sessionId, clientKey);
  if (existing) return existing.index;
  const index = await tx.segment.count({ where: { sessionId } });
  await tx.segment.create({ data: { ...segment, index } });
  return index;
}

export function find(db: Db, sessionId: string, index: number) {
  return db.segment.findUnique({ where: { sessionId_index: { sessionId, index } } });
}

/** All segments of a recording with their parts, both in order. */
/** Where each segment begins in the published file, as far as it has a place there. */
export function listPlaces(db: Db, sessionId: string) {
  return db.segment.findMany({ where: { sessionId }, select: { index: true, startMs: true } });
}

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

/** A part's place: its session, its segment and the parts beside it, as far as they are there. */
export type PartPlace = {
  sessionEndedAt: Date | null;
  lastSeenAt: Date;
  revokedAt: Date | null;
  recordingStatus: RecordingStatus | null;
  segmentId: string | null;
  /** Where the part before it ends. */
  beginsAt: bigint | null;
  /** Where the part after it begins. */
  endsAt: bigint | null;
  /** Of the part that has this number already. */
  knownSha256: string | null;
  knownReceivedAt: Date | null;
};

/**
 * Everything that decides about a part before its bytes are read, in one round trip: parts come every second from every
 * candidate.
 * @returns null when there is no such session
 */
export async function findPlace(db: Db, sessionId: string, index: number, seq: number): Promise<PartPlace | null> {
  const [place] = await db.$queryRaw<PartPlace[]>`
    SELECT s.ended_at AS "sessionEndedAt", s.last_seen_at AS "lastSeenAt", i.revoked_at AS "revokedAt",
      r.status::text AS "recordingStatus", g.id AS "segmentId", before."offset" + before.length AS "beginsAt",
      after."offset" AS "endsAt", known.sha256 AS "knownSha256", known.received_at AS "knownReceivedAt"
    FROM sessions s
    JOIN interviews i ON i.id = s.interview_id
    LEFT JOIN recordings r ON r.session_id = s.id
    LEFT JOIN segments g ON g.session_id = s.id AND g.index = ${index}
    LEFT JOIN parts before ON before.segment_id = g.id AND before.seq = ${seq - 1}
    LEFT JOIN parts known ON known.segment_id = g.id AND known.seq = ${seq}
    LEFT JOIN parts after ON after.segment_id = g.id AND after.seq = ${seq + 1}
    WHERE s.id = ${sessionId}::uuid`;
  return place ?? null;
}

/** Adds a part's row; when two arrive at once the first stands, and the other is told so by `false`. */
export async function addPart(db: Db, part: NewPart): Promise<boolean> {
  const { count } = await db.part.createMany({ data: part, skipDuplicates: true });
  return count === 1;
}

/**
 * What has arrived of a segment.
 * @returns `ackedThrough`: every part up to this number is here, −1 for none; `missing`: the holes below the highest
 */
export async function arrivedOf(db: Db, segmentId: string): Promise<{ ackedThrough: number; missing: number[] }> {
  const { sessionCompleted: _, ...arrived } = await arrivedAfterPart(db, segmentId);
  return arrived;
}

/** The same, and whether the segment's session has ended, in one round trip. */
export async function arrivedAfterPart(db: Db, segmentId: string) {
  const [{ sessionCompleted, parts, highest } = { sessionCompleted: false, parts: 0, highest: -1 }] =
    await db.$queryRaw<{ sessionCompleted: boolean; parts: number; highest: number }[]>`
    SELECT s.status = 'completed' AS "sessionCompleted", count(p.seq)::int AS parts, coalesce(max(p.seq), -1)::int AS highest
    FROM segments g JOIN sessions s ON s.id = g.session_id LEFT JOIN parts p ON p.segment_id = g.id
    WHERE g.id = ${segmentId}::uuid GROUP BY s.id`;
  return { sessionCompleted, ...(await arrivedBelow(db, segmentId, parts, highest + 1)) };
}

/**
 * What has arrived of every segment of a session, in order. Where a segment is closed, `missing` reaches to its end.
 */
export async function listArrived(db: Db, sessionId: string) {
  const rows = await db.$queryRaw<ArrivedRow[]>`
    SELECT s.id, s.index, s.client_key AS "clientKey", s.mime_type AS "mimeType", s.closed_parts AS "closedParts",
      s.start_ms AS "startMs", s.duration_ms AS "durationMs", count(p.seq)::int AS parts, coalesce(max(p.seq), -1)::int AS highest,
      coalesce(sum(p.length), 0)::float8 AS "receivedBytes"
    FROM segments s LEFT JOIN parts p ON p.segment_id = s.id
    WHERE s.session_id = ${sessionId}::uuid
    GROUP BY s.id ORDER BY s.index`;
  const arrived = [];
  for (const { id, highest, ...segment } of rows) {
    const whole = Math.max(highest + 1, segment.closedParts ?? 0);
    arrived.push({ ...segment, ...(await arrivedBelow(db, id, segment.parts, whole)) });
  }
  return arrived;
}

type ArrivedRow = {
  id: string;
  index: number;
  clientKey: string;
  mimeType: string;
  closedParts: number | null;
  startMs: number | null;
  durationMs: number | null;
  parts: number;
  highest: number;
  receivedBytes: number;
};

/** @param parts how many there should be; the first thousand holes are named, which is enough to go on with */
/** No answer lists more. */
const MOST_MISSING = 1_000;

async function arrivedBelow(db: Db, segmentId: string, count: number, parts: number) {
  if (count >= parts) return { ackedThrough: parts - 1, missing: [] };
  // From one part that is here to the next: what a client says there is costs nothing, only what it sent.
  const holes = await db.$queryRaw<{ first: number; next: number }[]>(Prisma.sql`
    SELECT first, next FROM (
      SELECT seq + 1 AS first, lead(seq, 1, ${parts}::int) OVER (ORDER BY seq) AS next
      FROM (
        SELECT seq FROM parts WHERE segment_id = ${segmentId}::uuid UNION ALL SELECT -1
      ) AS here(seq)
    ) AS holes WHERE next > first ORDER BY first LIMIT ${MOST_MISSING}`);
  const missing: number[] = [];
  for (const { first, next } of holes) {
    for (let seq = first; seq < next && missing.length < MOST_MISSING; seq++) missing.push(seq);
  }
  return { ackedThrough: (missing[0] ?? 0) - 1, missing };
}
