import { type FileHandle, open } from "node:fs/promises";
import { type EncodedPacket, Output, StreamTarget } from "mediabunny";
import type { PartRange } from "../../domain/part-ranges.ts";
import { type Container, outputFormat } from "./container.ts";
import { addOutputTracks, type OutputTrack } from "./output-track.ts";
import { watchPicture } from "./picture-change.ts";
import { fallsShort, type Kind, type SegmentMedia, unlessDamaged, withPackets } from "./segment-media.ts";

/**
 * Where a segment came to lie in the file. `cutShort`: its bytes became unreadable before their end, or end before they should.
 * `pictureChanges`: its picture is described differently from a key frame on.
 */
export type PlacedSegment = {
  startSeconds: number;
  endSeconds: number;
  cutShort: boolean;
  pictureChanges: boolean;
  gaps: Gap[];
  jumps: Jump[];
};

/** Time in which no packet of any kind begins, although no part is missing there. */
export type Jump = { atSeconds: number; seconds: number };

/** Time of the recording that is not in the file. It keeps its place there: what comes after stays where it was. */
export type Gap = {
  missingParts: readonly PartRange[];
  /** In the file's time. */
  atSeconds: number;
  /** Until sound and picture are both back; null when nothing came after it that could tell. */
  seconds: number | null;
};

export type WrittenRecording = { mimeType: string; durationSeconds: number; placed: PlacedSegment[] };

/** A recorder that is not paused gives sound fifty times a second; a picture that stands still may take longer, and has sound beside it. */
const LONGEST_PAUSE_SECONDS = 3;
/** The writer collects this much before it touches the disk. */
const WRITE_BYTES = 4 * 1024 ** 2;

/**
 * Copies the packets of all segments into one new file, one segment after the other, as they are: nothing is decoded. The caller has seen
 * to it that the segments fit together. Memory stays flat however long they are.
 *
 * @param beforeEach is told whose turn it is
 */
export async function writeRecording(
  path: string,
  container: Container,
  segments: readonly SegmentMedia[],
  beforeEach: (position: number) => void = () => {},
): Promise<WrittenRecording> {
  const file = await open(path, "w");
  const output = new Output({ format: outputFormat(container), target: fileTarget(file) });
  try {
    const tracks = addOutputTracks(output, segments);
    await output.start();
    const placed: PlacedSegment[] = [];
    let endSeconds = 0;
    for (const [position, segment] of segments.entries()) {
      beforeEach(position);
      const place = await appendSegment(tracks, segment, endSeconds);
      placed.push(place);
      endSeconds = place.endSeconds;
    }
    await output.finalize();
    return { mimeType: await output.getMimeType(), durationSeconds: endSeconds, placed };
  } catch (error) {
    await output.cancel();
    throw error;
  } finally {
    await file.close();
  }
}

/** Writes every byte or fails. mediabunny's own file target takes a short write, as a nearly full disk makes, for a whole one. */
export function fileTarget(file: FileHandle): StreamTarget {
  const writable = new WritableStream<{ data: Uint8Array; position: number }>({
    async write({ data, position }) {
      for (let done = 0; done < data.byteLength; ) {
        done += (await file.write(data, done, data.byteLength - done, position + done)).bytesWritten;
      }
    },
  });
  return new StreamTarget(writable, { chunked: true, chunkSize: WRITE_BYTES });
}

/** Appends a segment so that its earliest packet comes to lie at `startSeconds`; sound and picture keep their distance. */
async function appendSegment(
  tracks: readonly OutputTrack[],
  segment: SegmentMedia,
  startSeconds: number,
): Promise<PlacedSegment> {
  const place: PlacedSegment = placedFrom(startSeconds);
  const changes = segment.video ? watchPicture(segment.video.codec, segment.video.decoderConfig) : () => false;
  let shift: number | null = null;
  let missing: readonly PartRange[] = [];
  const latest = new Map<Kind, number>();
  for (const stretch of segment.stretches) {
    missing = [...missing, ...stretch.missingBefore];
    await withPackets(segment, stretch, async (packetsOf) => {
      const cursors = tracks.map((track): Cursor => {
        return { track, packets: packetsOf(track.kind, latest.get(track.kind)), ...AT_BEGINNING };
      });
      for (const cursor of cursors) await advance(cursor);
      const first = earliest(cursors)?.next;
      if (first) {
        shift ??= startSeconds - first.timestamp;
        const gap = missing.length > 0 ? { missingParts: missing, atSeconds: place.endSeconds } : null;
        const backAt = allBackAt(cursors, latest);
        if (gap) for (const track of tracks) await track.fillUntil(first.timestamp + shift);
        place.endSeconds = await appendPackets(cursors, shift, place, changes);
        const gapEnd = backAt === null ? place.endSeconds : backAt + shift;
        if (gap) place.gaps.push({ ...gap, seconds: Math.max(0, gapEnd - gap.atSeconds) });
        missing = [];
        for (const { track, latestSeconds } of cursors)
          if (latestSeconds !== null) latest.set(track.kind, latestSeconds);
      }
      place.cutShort = cursors.some(({ cutShort }) => cutShort);
    });
  }
  missing = [...missing, ...segment.missingAtEnd];
  place.cutShort &&= missing.length === 0; // breaking off before a hole is what holes do
  place.cutShort ||= segment.breaksOff || fallsShort(segment, place.endSeconds - startSeconds);
  if (missing.length > 0) place.gaps.push({ missingParts: missing, atSeconds: place.endSeconds, seconds: null });
  return place;
}

/** A segment of which nothing is written yet. */
export function placedFrom(startSeconds: number): PlacedSegment {
  return { startSeconds, endSeconds: startSeconds, cutShort: false, pictureChanges: false, gaps: [], jumps: [] };
}

/** When everything that was there before is there again, in the segment's time; null when something is not: no key frame came. */
function allBackAt(cursors: readonly Cursor[], before: ReadonlyMap<Kind, number>): number | null {
  const expected = cursors.filter(({ track, next }) => next || before.has(track.kind));
  const times = expected.map(({ next }) => next?.timestamp ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...times);
  return Number.isFinite(last) ? last : null;
}

/** @returns when the last of them ends */
async function appendPackets(
  cursors: readonly Cursor[],
  shift: number,
  place: PlacedSegment,
  changes: (packet: EncodedPacket) => boolean,
): Promise<number> {
  let endSeconds = place.endSeconds;
  let latestSeconds: number | null = null; // behind a hole, whose length is known, there is none yet
  for (let cursor = earliest(cursors); cursor?.next; cursor = earliest(cursors)) {
    const { track, next: packet } = cursor;
    const timestamp = packet.timestamp + shift;
    // Not since the last one ended: that is only known from when the next begins.
    const seconds = timestamp - (latestSeconds ?? timestamp);
    if (latestSeconds !== null && seconds > LONGEST_PAUSE_SECONDS)
      place.jumps.push({ atSeconds: latestSeconds, seconds });
    latestSeconds = timestamp;
    for (const ended of cursors.filter(({ next }) => !next)) await ended.track.fillUntil(timestamp);
    if (track.kind === "video" && changes(packet)) place.pictureChanges = true;
    await advance(cursor);
    const duration = packet.duration || cursor.stepSeconds;
    await track.write(packet.clone({ timestamp, duration }));
    endSeconds = Math.max(endSeconds, timestamp + duration);
  }
  return endSeconds;
}

/** One track's packets of one segment, with the next one in hand. */
type Cursor = {
  track: OutputTrack;
  packets: AsyncGenerator<EncodedPacket, void>;
  next: EncodedPacket | null;
  /** From one packet to the next: how long the last packet of a live recording lasts, which nobody wrote down. */
  stepSeconds: number;
  /** The time of the packet taken last, in the segment's own time. */
  latestSeconds: number | null;
  cutShort: boolean;
};

const AT_BEGINNING = { next: null, stepSeconds: 0, latestSeconds: null, cutShort: false };

/** Reads the cursor's next packet. Where the bytes become unreadable, the track ends. */
async function advance(cursor: Cursor): Promise<void> {
  const previous = cursor.next;
  const read = await unlessDamaged(cursor.packets.next());
  cursor.cutShort ||= read === null;
  cursor.next = read?.value ?? null;
  if (previous) cursor.latestSeconds = Math.max(cursor.latestSeconds ?? previous.timestamp, previous.timestamp);
  if (previous && cursor.next) cursor.stepSeconds = Math.max(0, cursor.next.timestamp - previous.timestamp);
}

/** The cursor whose packet comes first, so that sound and picture lie side by side in the file. */
function earliest(cursors: readonly Cursor[]): Cursor | undefined {
  let first: Cursor | undefined;
  for (const cursor of cursors) {
    if (cursor.next && cursor.next.timestamp < (first?.next?.timestamp ?? Number.POSITIVE_INFINITY)) first = cursor;
  }
  return first;
}
