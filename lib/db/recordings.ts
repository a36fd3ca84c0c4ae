import { NEXT_RECORDING, sourcesOf } from "../domain/status.ts";
import type { Db } from "./client.ts";

/** The recording's row is made with its session. */
export async function create(db: Db, recording: { sessionId: string; format: string; quality: string }): Promise<void> {
  await db.recording.createMany({ data: recording, skipDuplicates: true });
}

export function get(db: Db, sessionId: string) {
  return db.recording.findUniqueOrThrow({ where: { sessionId } });
}

/** A part came: the recording runs (again). Its first moment is kept. */
export async function markRecording(db: Db, sessionId: string): Promise<void> {
  await db.recording.updateMany({
    where: { sessionId, status: { in: sourcesOf(NEXT_RECORDING, "recording") } },
    data: { status: "recording", processingStatus: "pending" },
  });
  await db.recording.updateMany({ where: { sessionId, startedAt: null }, data: { startedAt: new Date() } });
}

/** The worker takes the recording up, or up again after another worker died with it. */
export function beginProcessing(db: Db, sessionId: string) {
  return db.recording.update({
    where: { sessionId },
    data: { processingStatus: "processing", error: null },
    select: { file: true, session: { select: { candidateId: true, startedAt: true } } },
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
};

/** A version is published. */
export async function complete(db: Db, sessionId: string, published: PublishedFile): Promise<void> {
  await db.recording.update({
    where: { sessionId },
    data: {
      ...published,
      status: "completed",
      processingStatus: "completed",
      completedAt: new Date(),
      version: { increment: 1 },
    },
  });
}

/** There was nothing to make a file of: the recording stays `not_started`. */
export async function finishWithoutMedia(db: Db, sessionId: string): Promise<void> {
  await db.recording.update({ where: { sessionId }, data: { processingStatus: "completed" } });
}

/** @param error for the recruiter to read */
export async function fail(db: Db, sessionId: string, error: string): Promise<void> {
  await db.recording.update({
    where: { sessionId },
    data: { status: "failed", processingStatus: "failed", error },
  });
}
