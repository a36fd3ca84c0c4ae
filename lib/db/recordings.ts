import type { PlaylistFile } from "../domain/playlist-file.ts";
import type { RecordingGap } from "../domain/recording-gap.ts";
import { type JobStatus, NEXT_RECORDING, sourcesOf } from "../domain/status.ts";
import type { Happened } from "../words/happened.ts";
import type { Db } from "./client.ts";
import { databaseNow } from "./clock.ts";
import { Prisma } from "./generated/client.ts";

/** What is published of a session, and whose it is. */
export function describe(db: Db, sessionId: string) {
  return db.recording.findUniqueOrThrow({
    where: { sessionId },
    select: { version: true, provisional: true, session: { select: { organizationId: true, interviewId: true } } },
  });
}

/** The recording's row is made with its session. */
export async function create(db: Db, recording: { sessionId: string; format: string; quality: string }): Promise<void> {
  await db.recording.createMany({ data: recording, skipDuplicates: true });
}

export function get(db: Db, sessionId: string) {
  return db.recording.findUniqueOrThrow({ where: { sessionId } });
}

/** What it takes to serve a candidate's recording. `sessionId` is null without a session, `file` before there is one. */
export type StoredMedia = {
  candidateName: string;
  sessionId: string | null;
  interviewId: string | null;
  recordedAt: Date | null;
  file: string | null;
  format: string | null;
  mimeType: string | null;
  sha256: string | null;
  sizeBytes: bigint | null;
  playlist: unknown;
};

/**
 * The recording of a candidate's latest session, or of the named one. A player asks for dozens of ranges: this is one
 * round trip, where following the relations would be five.
 * @returns null when the organisation has no such candidate
 */
export async function findMedia(
  db: Db,
  organizationId: string,
  candidateId: number,
  sessionId: string | null,
): Promise<StoredMedia | null> {
  const [found] = await db.$queryRaw<StoredMedia[]>`
    SELECT coalesce(i.candidate_name, c.name) AS "candidateName", s.id AS "sessionId", s.interview_id AS "interviewId", coalesce(r.started_at, s.started_at) AS "recordedAt", r.file, r.format,
      r.mime_type AS "mimeType", r.sha256, r.size_bytes AS "sizeBytes", r.playlist
    FROM candidates c
    LEFT JOIN LATERAL (
      SELECT id, interview_id, started_at FROM sessions
      WHERE organization_id = c.organization_id AND candidate_id = c.id AND (${sessionId}::uuid IS NULL OR public_id = ${sessionId}::uuid OR id = ${sessionId}::uuid)
      ORDER BY started_at DESC, id DESC LIMIT 1
    ) s ON true
    LEFT JOIN interviews i ON i.id = s.interview_id
    LEFT JOIN recordings r ON r.session_id = s.id
    WHERE c.id = ${candidateId} AND c.organization_id = ${organizationId}::uuid`;
  return found ?? null;
}

/** A part came: the recording runs (again). Its first moment is kept. */
export async function markRecording(db: Db, sessionId: string): Promise<void> {
  await db.recording.updateMany({
    where: { sessionId, status: { in: sourcesOf(NEXT_RECORDING, "recording") } },
    data: { status: "recording", processingStatus: "pending" },
  });
  await db.recording.updateMany({ where: { sessionId, startedAt: null }, data: { startedAt: await databaseNow(db) } });
}

/** Whether the published version was made of just this; then nothing is left to do. */
export async function standsAsItIs(db: Db, sessionId: string, material: string): Promise<boolean> {
  const { count } = await db.recording.updateMany({
    where: { sessionId, material, file: { not: null } },
    data: { status: "completed", processingStatus: "completed" },
  });
  return count === 1;
}

/** The worker takes the recording up, or up again after another worker died with it. */
export function beginProcessing(db: Db, sessionId: string) {
  return db.recording.update({
    where: { sessionId },
    data: { processingStatus: "processing", error: Prisma.DbNull },
    select: {
      file: true,
      playlist: true,
      version: true,
      sha256: true,
      provisional: true,
      session: { select: { candidateId: true, startedAt: true, organizationId: true, interviewId: true } },
    },
  });
}

/** Whether a recording is published under this name. */
export async function isTaken(db: Db, file: string): Promise<boolean> {
  return (await db.recording.count({ where: { file } })) > 0;
}

export type PublishedFile = {
  file: string;
  format: string;
  mimeType: string;
  durationSeconds: number;
  sizeBytes: number;
  sha256: string;
  gaps: RecordingGap[];
  playlist: PlaylistFile[];
  /** Hash of what it was made of. */
  material: string;
};

/**
 * A version is published, unless somebody else published one since. While the session is open it is a provisional one:
 * the candidate may still come back.
 *
 * @param version the one it was made to follow
 */
export async function complete(db: Db, sessionId: string, version: number, published: PublishedFile): Promise<boolean> {
  const session = await db.session.findUniqueOrThrow({ where: { id: sessionId }, select: { status: true } });
  const { count } = await db.recording.updateMany({
    where: { sessionId, version },
    data: {
      ...published,
      provisional: session.status === "active",
      status: "completed",
      processingStatus: "completed",
      completedAt: await databaseNow(db),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** Files that are there although no main one could be made. */
export async function publishBeside(db: Db, sessionId: string, playlist: readonly PlaylistFile[]): Promise<void> {
  await db.recording.updateMany({ where: { sessionId, file: null }, data: { playlist: [...playlist] } });
}

/** There was nothing to make a file of: the recording stays `not_started`. */
export async function finishWithoutMedia(db: Db, sessionId: string): Promise<void> {
  await db.recording.update({ where: { sessionId }, data: { processingStatus: "completed" } });
}

/**
 * This version could not be made; a finished recording stays as it is, and an earlier version stays the recording.
 *
 * @param error for the recruiter to read
 */
export async function fail(db: Db, sessionId: string, error: Happened): Promise<void> {
  const open: JobStatus[] = ["pending", "processing"];
  const unfinished = { sessionId, processingStatus: { in: open } };
  await db.recording.updateMany({ where: { ...unfinished, file: { not: null } }, data: { status: "completed" } });
  await db.recording.updateMany({ where: { ...unfinished, file: null }, data: { status: "failed" } });
  await db.recording.updateMany({ where: unfinished, data: { processingStatus: "failed", error } });
}
