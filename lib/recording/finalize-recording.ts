import { join } from "node:path";
import { db, transaction } from "../db/client.ts";
import * as recordings from "../db/recordings.ts";
import * as segments from "../db/segments.ts";
import * as events from "../db/session-events.ts";
import type { PlaylistFile } from "../domain/playlist-file.ts";
import type { RecordingGap } from "../domain/recording-gap.ts";
import { addJob } from "../queue/add-job.ts";
import { storage } from "../storage/configured.ts";
import { emitEvent } from "../webhooks/emit-event.ts";
import { JoinError } from "./media/join-error.ts";
import type { JoinedRecording } from "./media/join-segments.ts";
import { mp4Key, recordingKey, sideFileKey } from "./media/recording-keys.ts";
import { runInChild } from "./media/run-in-child.ts";
import { type StoredSegment, withPartFiles } from "./part-files.ts";

/**
 * Makes one seekable file of everything that has arrived and publishes it. Safe to run again, whenever it was killed
 * and whenever a late part comes: the published file is replaced in one step, the parts stay.
 */
export async function finalizeRecording({ sessionId }: { sessionId: string }): Promise<void> {
  const { session, file, playlist, version } = await recordings.beginProcessing(db(), sessionId);
  const all = await segments.listWithParts(db(), sessionId);
  const stored = all.filter(({ parts, closedParts }) => parts.length > 0 || closedParts);
  if (!stored.some(({ parts }) => parts.length > 0)) return recordings.finishWithoutMedia(db(), sessionId);
  try {
    await storage().withScratch(async (folder) => {
      const path = join(folder, "joined");
      const joined = await withPartFiles(stored, (files) => runInChild("joinSegments", files, path));
      const key = await freeKey(session.candidateId, session.startedAt, joined);
      const beside = await publishSideFiles(key, joined, stored);
      await storage().publish(key, path);
      await complete(sessionId, version, { file: key, playlist: beside }, joined, stored);
      const previous = (playlist as PlaylistFile[]).map((side) => side.file).concat(file ?? []);
      for (const old of previous.flatMap((key) => [key, mp4Key(key)])) await storage().delete(old);
    }, bytesOf(stored));
  } catch (error) {
    if (!(error instanceof JoinError)) throw error; // the queue tries again
    await fail(sessionId, error);
  }
}

function bytesOf(stored: readonly StoredSegment[]): number {
  return stored.reduce((sum, { parts }) => parts.reduce((bytes, { length }) => bytes + length, sum), 0);
}

async function publishSideFiles(
  mainKey: string,
  { sideFiles }: JoinedRecording,
  stored: readonly StoredSegment[],
): Promise<PlaylistFile[]> {
  const playlist: PlaylistFile[] = [];
  for (const [position, side] of sideFiles.entries()) {
    const { container: format, mimeType, sizeBytes, sha256, startMs } = side;
    const file = sideFileKey(mainKey, position + 2, format);
    await storage().publish(file, side.path);
    const places = side.segments.map(({ index, startMs }) => ({ index: stored[index]?.index ?? index, startMs }));
    const segments = places.map(({ index }) => index);
    const durationMs = Math.round(side.durationSeconds * 1000);
    playlist.push({ file, format, mimeType, sizeBytes, sha256, startMs, durationMs, segments, places });
  }
  return playlist;
}

/**
 * The file's name has whole seconds in it: two sittings of one candidate within a second must not share one, nor two
 * versions of one recording, because a reader may be in the middle of the older.
 */
async function freeKey(candidateId: number, startedAt: Date, { container }: JoinedRecording): Promise<string> {
  for (let second = Math.floor(startedAt.getTime() / 1000); ; second++) {
    const key = recordingKey(candidateId, second, container);
    if (!(await recordings.isTaken(db(), key))) return key;
  }
}

async function complete(
  sessionId: string,
  replaced: number,
  published: Pick<recordings.PublishedFile, "file" | "playlist">,
  joined: JoinedRecording,
  stored: readonly StoredSegment[],
): Promise<void> {
  const { container: format, durationSeconds, sizeBytes, mimeType, sha256 } = joined;
  await transaction(async (tx) => {
    const gaps = joined.gaps.map(({ segment, missingParts, ...where }): RecordingGap => {
      return { segment: stored[segment]?.index ?? segment, missingParts: [...missingParts], ...where };
    });
    const facts = { ...published, format, durationSeconds, sizeBytes, mimeType, sha256, gaps };
    if (!(await recordings.complete(tx, sessionId, replaced, facts))) {
      throw new Error("Another worker published this recording meanwhile."); // tried again, from what is there by then
    }
    const places = stored.map(({ index }, position) => ({
      index,
      startMs: joined.segments[position]?.startMs ?? null,
      durationMs: joined.segments[position]?.durationMs ?? null,
    }));
    await segments.place(tx, sessionId, places);
    for (const { code, message } of joined.warnings) {
      await events.appendOnce(tx, { sessionId, kind: "technical_issue", code: `segment_${code}`, message });
    }
    const { version, provisional, session } = await recordings.describe(tx, sessionId);
    await emitEvent(tx, { ...session, type: "recording.ready", data: { version, provisional } });
    if (replaced > 0 && !provisional) await addJob(tx, "analysis.hear-late-sound", { sessionId });
  });
}

async function fail(sessionId: string, { code, message }: JoinError): Promise<void> {
  await transaction(async (tx) => {
    await recordings.fail(tx, sessionId, message);
    await events.appendOnce(tx, { sessionId, kind: "technical_issue", code: `recording_${code}`, message });
  });
}
