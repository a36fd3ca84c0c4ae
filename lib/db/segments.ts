import { numbersOf, type PartRange } from "../domain/part-ranges.ts";
import { SIGN_OF_LIFE_EVERY_MS } from "../domain/presence.ts";
import type { RecordingStatus } from "../domain/status.ts";
import { event } from "../words/happened.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { TAKES_PARTS } from "./late-parts.ts";
import { hasRoom, mostOf } from "./session-quota.ts";

export type NewSegment = { sessionId: string; clientKey: string; mimeType: string; epoch: number };

export function findByClientKey(db: Db, sessionId: string, clientKey: string) {
  return db.segment.findUnique({ where: { sessionId_clientKey: { sessionId, clientKey } } });
}

/**
 * A segment with the recording and the session that it belongs to, locked while there is room for it to reach up to `parts`
 * parts and for so many more bytes. `wider`: how many parts that adds to what the recording reaches to.
 */
function withRoom(segmentId: string, parts: number, bytes = 0): Prisma.Sql {
  const wider = Prisma.sql`greatest(${parts}::int - segments.part_span, 0)`;
  return Prisma.sql`
    SELECT segments.id, segments.session_id, ${wider} AS wider
    FROM segments JOIN recordings ON recordings.session_id = segments.session_id JOIN sessions ON sessions.id = segments.session_id
    WHERE segments.id = ${segmentId}::uuid AND ${hasRoom("parts", wider)} AND ${hasRoom("recording_bytes", bytes)}
    FOR UPDATE OF recordings, segments`;
}

/**
 * Keeps how many parts a segment has, while the recording has room for them. The highest word stands: a repeated or overtaken
 * message takes nothing back.
 * @returns whether this said anything new
 */
export async function close(db: Db, segmentId: string, parts: number): Promise<boolean> {
  const changed = await db.$executeRaw`
    WITH room AS (${withRoom(segmentId, parts)}), closed AS (
      UPDATE segments SET closed_parts = ${parts}::int, part_span = part_span + room.wider FROM room
      WHERE segments.id = room.id AND (closed_parts IS NULL OR closed_parts < ${parts}::int) RETURNING room.wider
    )
    UPDATE recordings SET part_span = part_span + closed.wider FROM room, closed WHERE recordings.session_id = room.session_id`;
  return changed === 1;
}

/**
 * Opens the next segment of a recording, or finds the one that this client key opened before. The recording's row is
 * locked, so that two at once get two numbers.
 * @returns its number, or null when the recording has as many as it takes
 */
export async function openOnce(tx: Db, segment: NewSegment): Promise<number | null> {
  const { sessionId, clientKey } = segment;
  const [recording] = await tx.$queryRaw<{ most: number }[]>`
    SELECT ${mostOf("segments")}::int AS most FROM recordings JOIN sessions ON sessions.id = recordings.session_id
    WHERE recordings.session_id = ${sessionId}::uuid FOR UPDATE OF recordings`;
  const existing = await findByClientKey(tx, sessionId, clientKey);
  if (existing) return existing.index;
  const last = await tx.segment.findFirst({
    where: { sessionId },
    orderBy: { index: "desc" },
    select: { index: true },
  });
  const index = (last?.index ?? -1) + 1;
  if (!recording || index >= recording.most) return null;
  await tx.segment.create({ data: { ...segment, index } });
  return index;
}

export function find(db: Db, sessionId: string, index: number) {
  return db.segment.findUnique({ where: { sessionId_index: { sessionId, index } } });
}

/** Where each segment begins in the published file, as far as it has a place there. */
export function listPlaces(db: Db, sessionId: string) {
  return db.segment.findMany({ where: { sessionId }, select: { index: true, startMs: true } });
}

/** All segments of a recording with their parts, both in order. */
export function listWithParts(db: Db, sessionId: string) {
  return db.segment.findMany({
    where: { sessionId },
    orderBy: { index: "asc" },
    include: { parts: { orderBy: { seq: "asc" } } },
  });
}

/** Of all segments of a session together. */
export async function receivedBytes(db: Db, sessionId: string): Promise<number> {
  const { _sum } = await db.part.aggregate({ where: { segment: { sessionId } }, _sum: { length: true } });
  return _sum.length ?? 0;
}

/** Where each segment stands in the published file; null for one that could not be read. */
export async function place(
  tx: Db,
  sessionId: string,
  places: readonly { index: number; startMs: number | null; durationMs: number | null }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE segments SET start_ms = placed."startMs", duration_ms = placed."durationMs"
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS placed(index int, "startMs" int, "durationMs" int)
    WHERE session_id = ${sessionId}::uuid AND segments.index = placed.index`;
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
  /** Something came from the candidate a moment ago, and it is written down. */
  seenLately: boolean;
  revokedAt: Date | null;
  /** False: it has ended, and takes nothing more. */
  takesParts: boolean;
  recordingStatus: RecordingStatus | null;
  segmentId: string | null;
  /** Where the part before it ends. */
  beginsAt: bigint | null;
  /** Where the part after it begins. */
  endsAt: bigint | null;
  /** Of the part that has this number already. */
  knownSha256: string | null;
  knownReceivedAt: Date | null;
  /** Whether the recording takes as many parts and bytes more. */
  hasRoom: boolean;
};

/**
 * Everything that decides about a part before its bytes are read, in one round trip: parts come every second from every
 * candidate.
 * @returns null when there is no such session
 */
export async function findPlace(
  db: Db,
  { sessionId, segmentIndex, seq, length }: Omit<NewConflict, "sha256">,
): Promise<PartPlace | null> {
  const wider = Prisma.sql`greatest(${seq + 1}::int - coalesce(g.part_span, 0), 0)`;
  const [place] = await db.$queryRaw<PartPlace[]>`
    SELECT sessions.ended_at AS "sessionEndedAt", i.revoked_at AS "revokedAt",
      sessions.last_seen_at >= now() - ${SIGN_OF_LIFE_EVERY_MS} * interval '1 millisecond' AS "seenLately",
      ${TAKES_PARTS} AS "takesParts",
      coalesce(${hasRoom("parts", wider)} AND ${hasRoom("recording_bytes", length)}, true) AS "hasRoom",
      recordings.status::text AS "recordingStatus", g.id AS "segmentId", before."offset" + before.length AS "beginsAt",
      after."offset" AS "endsAt", known.sha256 AS "knownSha256", known.received_at AS "knownReceivedAt"
    FROM sessions
    JOIN interviews i ON i.id = sessions.interview_id
    LEFT JOIN recordings ON recordings.session_id = sessions.id
    LEFT JOIN segments g ON g.session_id = sessions.id AND g.index = ${segmentIndex}
    LEFT JOIN parts before ON before.segment_id = g.id AND before.seq = ${seq - 1}
    LEFT JOIN parts known ON known.segment_id = g.id AND known.seq = ${seq}
    LEFT JOIN parts after ON after.segment_id = g.id AND after.seq = ${seq + 1}
    WHERE sessions.id = ${sessionId}::uuid`;
  return place ?? null;
}

/**
 * Adds a part's row and counts it, in one statement; when two arrive at once the first stands, and the other is told so by
 * `false`, as is one that the recording has no room for.
 */
export async function addPart(
  db: Db,
  { segmentId, seq, offset, length, sha256, storageKey }: NewPart,
): Promise<boolean> {
  const added = await db.$executeRaw`
    -- prepared: part-add
    WITH room AS (${withRoom(segmentId, seq + 1, length)}), added AS (
      INSERT INTO parts (segment_id, seq, "offset", length, sha256, storage_key)
      SELECT id, ${seq}::int, ${offset}::bigint, ${length}::int, ${sha256}, ${storageKey} FROM room
      ON CONFLICT (segment_id, seq) DO NOTHING RETURNING segment_id
    ), widened AS (
      UPDATE segments SET part_span = part_span + room.wider FROM room, added WHERE segments.id = added.segment_id
    )
    UPDATE recordings SET part_span = part_span + room.wider, received_bytes = received_bytes + ${length}::int
    FROM room, added WHERE recordings.session_id = room.session_id`;
  return added === 1;
}

export type NewConflict = Pick<NewPart, "seq" | "sha256" | "length"> & { sessionId: string; segmentIndex: number };

/**
 * Notes once that a part came with other bytes than the one that stands under its number, as a technical issue and as a row, as
 * often as the session takes it.
 */
export async function noteConflict(db: Db, segmentId: string, conflict: NewConflict): Promise<void> {
  const { sessionId, segmentIndex, seq, sha256, length } = conflict;
  const { code, params } = event("part_conflict", { segment: segmentIndex, seq, length, sha256 });
  await db.$executeRaw`
    WITH room AS (
      SELECT recordings.session_id FROM recordings JOIN sessions ON sessions.id = recordings.session_id
      WHERE recordings.session_id = ${sessionId}::uuid AND ${hasRoom("conflicts")} FOR UPDATE OF recordings
    ), noted AS (
      INSERT INTO part_conflicts (segment_id, seq, sha256, length)
      SELECT ${segmentId}::uuid, ${seq}::int, ${sha256}, ${length}::int FROM room
      ON CONFLICT (segment_id, seq, sha256) DO NOTHING RETURNING segment_id
    ), counted AS (
      UPDATE recordings SET conflict_count = conflict_count + 1 FROM room, noted WHERE recordings.session_id = room.session_id
    )
    INSERT INTO session_events (session_id, kind, code, data)
    SELECT room.session_id, 'technical_issue', ${code}, ${JSON.stringify(params)}::jsonb FROM room, noted`;
}

/** Gives rows to files that were kept beside a part of other bytes, and counts them. What is no such file is passed over. */
export async function adoptConflicts(tx: Db, files: readonly (NewConflict & { storageKey: string })[]): Promise<void> {
  await tx.$executeRaw`
    WITH kept AS (
      INSERT INTO part_conflicts (segment_id, seq, sha256, length, storage_key)
      SELECT segments.id, files.seq, files.sha256, files.length, files.storage_key
      FROM unnest(${files.map((file) => file.sessionId)}::uuid[], ${files.map((file) => file.segmentIndex)}::int[],
        ${files.map((file) => file.seq)}::int[], ${files.map((file) => file.sha256)}::text[],
        ${files.map((file) => file.length)}::int[], ${files.map((file) => file.storageKey)}::text[]
      ) AS files(session_id, segment_index, seq, sha256, length, storage_key)
      JOIN segments ON segments.session_id = files.session_id AND segments.index = files.segment_index
      JOIN parts ON parts.segment_id = segments.id AND parts.seq = files.seq AND parts.sha256 <> files.sha256
      ON CONFLICT (segment_id, seq, sha256) DO NOTHING RETURNING segment_id, length
    )
    UPDATE recordings SET received_bytes = received_bytes + more.bytes, conflict_count = conflict_count + more.files
    FROM (
      SELECT segments.session_id, sum(kept.length) AS bytes, count(*)::int AS files
      FROM kept JOIN segments ON segments.id = kept.segment_id GROUP BY segments.session_id
    ) AS more
    WHERE recordings.session_id = more.session_id`;
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
  const whole = highest + 1;
  const holes = parts < whole ? await holesOf(db, [{ id: segmentId, parts: whole }]) : new Map<string, PartRange[]>();
  return { sessionCompleted, ...arrivedBelow(whole, holes.get(segmentId) ?? [], MOST_MISSING) };
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
  const wholes = rows.map((row) => ({
    id: row.id,
    parts: Math.max(row.highest + 1, row.closedParts ?? 0),
    here: row.parts,
  }));
  const holes = await holesOf(
    db,
    wholes.filter(({ parts, here }) => here < parts),
  );
  let left = MOST_MISSING_OF_SESSION;
  return rows.map(({ id, highest, ...segment }, index) => {
    const parts = wholes[index]?.parts ?? 0;
    const arrived = arrivedBelow(parts, holes.get(id) ?? [], Math.min(left, MOST_MISSING));
    left -= arrived.missing.length;
    return { ...segment, ...arrived };
  });
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

/** No answer lists more of a segment, which is enough to go on with, nor more of all segments of a session. */
const MOST_MISSING = 1_000;
const MOST_MISSING_OF_SESSION = 10_000;

/** @param parts how many there should be */
function arrivedBelow(parts: number, holes: readonly PartRange[], most: number) {
  return { ackedThrough: (holes[0]?.[0] ?? parts) - 1, missing: numbersOf(holes, most) };
}

/**
 * What is missing of some segments: the first holes of each, in order. From one part that is here to the next: what a client says there is
 * costs nothing, only what it sent.
 *
 * @param segments how many parts of each there should be
 */
async function holesOf(db: Db, segments: readonly { id: string; parts: number }[]): Promise<Map<string, PartRange[]>> {
  const found = new Map<string, PartRange[]>();
  if (segments.length === 0) return found;
  const holes = await db.$queryRaw<{ id: string; first: number; last: number }[]>(Prisma.sql`
    SELECT id, first, next - 1 AS last FROM (
      SELECT id, first, next, row_number() OVER (PARTITION BY id ORDER BY first) AS number FROM (
        SELECT asked.id, here.seq + 1 AS first, lead(here.seq, 1, asked.parts) OVER (PARTITION BY asked.id ORDER BY here.seq) AS next
        FROM unnest(${segments.map(({ id }) => id)}::uuid[], ${segments.map(({ parts }) => parts)}::int[]) AS asked(id, parts)
        JOIN LATERAL (SELECT seq FROM parts WHERE segment_id = asked.id UNION ALL SELECT -1) AS here ON true
      ) AS steps WHERE next > first
    ) AS holes WHERE number <= ${MOST_MISSING} ORDER BY id, first`);
  for (const { id, first, last } of holes) {
    const known = found.get(id);
    if (known) known.push([first, last]);
    else found.set(id, [[first, last]]);
  }
  return found;
}
