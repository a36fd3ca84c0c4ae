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
