import { createHash } from "node:crypto";
import { join as pathOf } from "node:path";
import * as auditEvents from "../db/audit-events.ts";
import { type Db, db, transaction } from "../db/client.ts";
import * as recordings from "../db/recordings.ts";
import * as segments from "../db/segments.ts";
import * as events from "../db/session-events.ts";
import * as sessions from "../db/sessions.ts";
import type { PlaylistFile } from "../domain/playlist-file.ts";
import type { RecordingGap } from "../domain/recording-gap.ts";
import { emitEvent } from "../events/emit-event.ts";
import { addJob } from "../queue/add-job.ts";
import { storage } from "../storage/configured.ts";
import { event, type Happened } from "../words/happened.ts";
import type { Container } from "./media/container.ts";
import { JoinError } from "./media/join-error.ts";
import type { JoinedRecording } from "./media/join-segments.ts";
import type { JoinWarning } from "./media/join-warning.ts";
import type { PartFiles } from "./media/parts-source.ts";
import { mp4Key, noMp4Key, recordingKey, sideFileKey } from "./media/recording-keys.ts";
import { runInChild } from "./media/run-in-child.ts";
import { type StoredSegment, sizeOf, withPartFiles } from "./part-files.ts";
import { publishAsReceived } from "./publish-as-received.ts";
import { withoutWhatEnds } from "./without-what-ends.ts";

/** An hour in which the connection breaks every minute comes to as many. */
const MOST_ISSUES = 100;

/**
 * Makes one seekable file of everything that has arrived and publishes it. Safe to run again, whenever it was killed
 * and whenever a late part comes: the published file is replaced in one step, the parts stay.
 */
export async function finalizeRecording({ sessionId }: { sessionId: string }): Promise<void> {
  const all = await segments.listWithParts(db(), sessionId);
  const material = await materialOf(sessionId, all);
  if (await recordings.standsAsItIs(db(), sessionId, material)) return; // asked twice, answered twice
  const published = await recordings.beginProcessing(db(), sessionId);
  const { session, file, playlist } = published;
  const stored = all.filter(({ parts, closedParts }) => parts.length > 0 || closedParts);
  if (!stored.some(({ parts }) => parts.length > 0)) return recordings.finishWithoutMedia(db(), sessionId);
  try {
    await storage().withScratch(async (folder) => {
      const path = pathOf(folder, "joined");
      const main = mainOf(published, stored);
      const joined = await withPartFiles(stored, (files) => join(files, { stored, main }, path));
      const key = await freeKey(session.candidateId, session.startedAt, joined.container);
      const sides = await publishSideFiles(key, joined, stored);
      const leftOut = stored.filter((_, index) => joined.warnings.some(isLeftOut(index)));
      const beside = [...sides, ...(await publishAsReceived(key, sides.length + 2, leftOut))];
      await storage().publish(key, path);
      await complete(sessionId, published, { file: key, playlist: beside, material }, joined, stored);
      await removeOld([...(playlist as PlaylistFile[]).map((side) => side.file), ...(file ? [file] : [])], beside);
    }, sizeOf(stored).bytes);
  } catch (error) {
    if (!(error instanceof JoinError)) throw error; // the queue tries again
    if (file !== null) return fail(sessionId, error, null); // the version before it stands, and what is beside that
    const key = await freeKey(session.candidateId, session.startedAt, "webm");
    const received = await publishAsReceived(key, 2, stored);
    await fail(sessionId, error, received);
    await removeOld(
      (playlist as PlaylistFile[]).map((side) => side.file),
      received,
    );
  }
}

/** What was published before, but for names that were used again. */
async function removeOld(previous: readonly string[], now: readonly PlaylistFile[]): Promise<void> {
  const used = new Set(now.map((side) => side.file));
  const old = previous.filter((key) => !used.has(key));
  for (const key of old.flatMap((key) => [key, mp4Key(key), noMp4Key(key)])) await storage().delete(key);
}

/** Whether a segment is nowhere in the files that were joined. */
function isLeftOut(index: number): (warning: JoinWarning) => boolean {
  const codes: JoinWarning["code"][] = ["unreadable", "limit_reached", "reader_ended"];
  return ({ segment, code }) => segment === index && codes.includes(code);
}

type Stored = { stored: readonly StoredSegment[]; main: readonly number[] };

function join(files: readonly PartFiles[], { stored, main }: Stored, path: string): Promise<JoinedRecording> {
  return withoutWhatEnds(files.length, (without) =>
    runInChild("joinSegments", sizeOf(stored), files, path, { without, main }),
  );
}

/** Tells what a version is made of from what another would be made of. The end of a session makes its recording final. */
async function materialOf(sessionId: string, stored: readonly StoredSegment[]): Promise<string> {
  const status = await sessions.getStatus(db(), sessionId);
  const hash = createHash("sha256").update(status);
  for (const { index, closedParts, parts } of stored) {
    hash.update(JSON.stringify([index, closedParts]));
    for (const { seq, sha256 } of parts) hash.update(`${seq} ${sha256}\n`);
  }
  return hash.digest("hex");
}

type Published = Awaited<ReturnType<typeof recordings.beginProcessing>>;

/**
 * Which segments the published file has, as positions in the list. What people have seen and decided on keeps its way of recording,
 * whatever comes late; a provisional file binds nobody.
 */
function mainOf({ file, provisional }: Published, stored: readonly StoredSegment[]): number[] {
  if (!file || provisional) return [];
  return stored.flatMap(({ startMs }, position) => (startMs === null ? [] : position));
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
async function freeKey(candidateId: number, startedAt: Date, container: Container): Promise<string> {
  for (let second = Math.floor(startedAt.getTime() / 1000); ; second++) {
    const key = recordingKey(candidateId, second, container);
    if (!(await recordings.isTaken(db(), key))) return key;
  }
}

async function complete(
  sessionId: string,
  replaced: Published,
  published: Pick<recordings.PublishedFile, "file" | "playlist" | "material">,
  joined: JoinedRecording,
  stored: readonly StoredSegment[],
): Promise<void> {
  const { container: format, durationSeconds, sizeBytes, mimeType, sha256 } = joined;
  await transaction(async (tx) => {
    const gaps = joined.gaps.map(({ segment, ...gap }): RecordingGap => {
      return { segment: stored[segment]?.index ?? segment, ...gap };
    });
    const facts = { ...published, format, durationSeconds, sizeBytes, mimeType, sha256, gaps };
    if (!(await recordings.complete(tx, sessionId, replaced.version, facts))) {
      throw new Error("Another worker published this recording meanwhile."); // tried again, from what is there by then
    }
    const places = stored.map(({ index }, position) => ({
      index,
      startMs: joined.segments[position]?.startMs ?? null,
      durationMs: joined.segments[position]?.durationMs ?? null,
    }));
    await segments.place(tx, sessionId, places);
    const { version, provisional, session } = await recordings.describe(tx, sessionId);
    await events.appendAllOnce(tx, sessionId, "technical_issue", issuesOf(joined.warnings, provisional));
    await noteChange(tx, replaced, { version, sha256 });
    await emitEvent(tx, { ...session, type: "recording.ready", data: { version, provisional } });
    if (replaced.version > 0 && !provisional) await addJob(tx, "analysis.hear-late-sound", { sessionId });
  });
}

/** What people may have watched is another file now: the record says which became which. */
async function noteChange(tx: Db, { session, ...before }: Published, now: { version: number; sha256: string }) {
  if (!before.file || before.sha256 === now.sha256) return;
  const { organizationId, interviewId } = session;
  await auditEvents.append(tx, { kind: "system", organizationId }, "recording.changed", {
    kind: "interview",
    id: interviewId,
    detail: {
      from_version: before.version,
      from_sha256: before.sha256,
      to_version: now.version,
      to_sha256: now.sha256,
      provisional: before.provisional,
    },
  });
}

/** One for each thing that is not in the file, and from a number on that nobody reads one for all. */
function issuesOf(warnings: readonly JoinWarning[], provisional: boolean): Happened[] {
  const told = warnings.filter(({ code }) => !(provisional && code === "cut_short")); // its end may still come
  const issues = told.slice(0, MOST_ISSUES).map((warning) => warning.told);
  const more = told.length - issues.length;
  return more > 0 ? [...issues, event("segments_more", { more })] : issues;
}

/** @param asReceived the segments one by one, where nothing better is published */
async function fail(sessionId: string, { told }: JoinError, asReceived: readonly PlaylistFile[] | null): Promise<void> {
  await transaction(async (tx) => {
    if (asReceived) await recordings.publishBeside(tx, sessionId, asReceived);
    await recordings.fail(tx, sessionId, told);
    await events.appendOnce(tx, { sessionId, kind: "technical_issue", ...told });
  });
}
