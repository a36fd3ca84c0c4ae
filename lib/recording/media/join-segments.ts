import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { chooseCompatible } from "./choose-compatible.ts";
import { type Container, containerFor } from "./container.ts";
import { JoinError } from "./join-error.ts";
import type { PartFiles } from "./parts-source.ts";
import { inspectSegment, type SegmentMedia } from "./segment-media.ts";
import { findFault } from "./verify-recording.ts";
import { type Gap, type PlacedSegment, writeRecording } from "./write-recording.ts";

export type JoinedRecording = {
  container: Container;
  /** With codecs, e.g. `video/webm; codecs="vp8, opus"`. */
  mimeType: string;
  durationSeconds: number;
  sizeBytes: number;
  /** Of the whole file, lower-case hex. */
  sha256: string;
  hasVideo: boolean;
  hasAudio: boolean;
  /** One for each segment given, in their order: its place in the file, or null when it is not in it. */
  segments: ({ startMs: number; durationMs: number } | null)[];
  gaps: JoinedGap[];
  warnings: JoinWarning[];
};

/** Parts of a segment that never came, and where they would be in the file. `segment`: index in the list of segments given. */
export type JoinedGap = Gap & { segment: number };

/** Something that is not in the file although it should be. The parts stay where they are, so a later version can do better. */
export type JoinWarning = {
  /** Index in the list of segments given. */
  segment: number;
  /**
   * - `unreadable`: nothing of the segment can be played; its beginning is missing or damaged
   * - `part_missing`: the segment is in the file except for missing parts and what can't be read without them
   * - `cut_short`: the segment is in the file up to where its bytes become unreadable
   * - `incompatible`: codec, frame size or sound format differ from the rest of the recording
   */
  code: "unreadable" | "part_missing" | "cut_short" | "incompatible";
  /** One sentence for a person. */
  message: string;
};

/**
 * Joins the segments of a recording, packet by packet, into one seekable file in the recording's own container, with its duration and
 * index, and opens it again to be sure. Nothing is decoded; memory stays flat. The file is not synced to the disk: publishing does that.
 *
 * @param segments in order, each as the local files of its parts in order, null where a part is missing
 * @param outputPath is written over; after an error what stands there is worthless
 * @throws JoinError, or the disk's error
 */
export async function joinSegments(segments: readonly PartFiles[], outputPath: string): Promise<JoinedRecording> {
  const { readable, unreadable, warnings } = await inspectAll(segments);
  const chosen = await chooseCompatible(readable);
  const first = chosen[0];
  if (!first) throw new JoinError("nothing_readable", "None of the recording's segments can be played.");
  for (const { index } of readable.filter((segment) => !chosen.includes(segment))) {
    warnings.push({
      segment: index,
      code: "incompatible",
      message: `${name(index)} was recorded in another way and was left out.`,
    });
  }

  const media = chosen.map((segment) => segment.media);
  const container = containerFor(first.media.format, codecsOf(media));
  const { mimeType, durationSeconds, placed } = await writeRecording(outputPath, container, media);
  const kinds = (["video", "audio"] as const).filter((kind) => media.some((segment) => segment[kind]));
  const fault = await findFault(outputPath, { durationSeconds, kinds });
  if (fault) throw new JoinError("not_verified", `The finished recording is not right: ${fault}.`);

  const places: JoinedRecording["segments"] = segments.map(() => null);
  const gaps: JoinedGap[] = [];
  for (const [position, { index }] of chosen.entries()) {
    const place = placed[position];
    if (!place) continue;
    places[index] = inMs(place);
    for (const gap of place.gaps) {
      gaps.push({ ...gap, segment: index });
      // A missing end is often only late.
      if (gap.seconds !== null)
        warnings.push({ segment: index, code: "part_missing", message: describeGap(index, gap) });
    }
    if (place.cutShort)
      warnings.push({ segment: index, code: "cut_short", message: `${name(index)} breaks off before its end.` });
  }
  return {
    container,
    mimeType,
    durationSeconds,
    sizeBytes: (await stat(outputPath)).size,
    sha256: await hashFile(outputPath),
    hasVideo: kinds.includes("video"),
    hasAudio: kinds.includes("audio"),
    segments: places,
    gaps: [...gaps, ...gapsOfWhole(unreadable, places)].sort((a, b) => a.segment - b.segment),
    warnings: warnings.sort((a, b) => a.segment - b.segment),
  };
}

async function inspectAll(segments: readonly PartFiles[]) {
  const readable: { index: number; media: SegmentMedia }[] = [];
  const unreadable: { index: number; parts: PartFiles }[] = [];
  const warnings: JoinWarning[] = [];
  for (const [index, parts] of segments.entries()) {
    const media = await inspectSegment(parts);
    if (media) readable.push({ index, media });
    else {
      unreadable.push({ index, parts });
      warnings.push({ segment: index, code: "unreadable", message: `${name(index)} can't be played.` });
    }
  }
  return { readable, unreadable, warnings };
}

/** Segments of which nothing can be played because a part never came: they would stand between their neighbours. */
function gapsOfWhole(
  unreadable: readonly { index: number; parts: PartFiles }[],
  places: JoinedRecording["segments"],
): JoinedGap[] {
  return unreadable.flatMap(({ index, parts }) => {
    const missingParts = parts.flatMap((path, seq) => (path === null ? seq : []));
    if (missingParts.length === 0) return [];
    const before = places.slice(0, index).findLast((place) => place !== null);
    const atSeconds = before ? (before.startMs + before.durationMs) / 1000 : 0;
    return [{ segment: index, missingParts, atSeconds, seconds: null }];
  });
}

const name = (index: number) => `Segment ${index}`;

function describeGap(segment: number, { missingParts, atSeconds, seconds }: Gap): string {
  const what = missingParts.length === 1 ? "a part" : `${missingParts.length} parts`;
  return `${name(segment)} lacks ${what}: ${seconds?.toFixed(1)} s are missing at ${atSeconds.toFixed(1)} s.`;
}

function codecsOf(segments: readonly SegmentMedia[]) {
  return segments.flatMap(({ video, audio }) => [...(video ? [video.codec] : []), ...(audio ? [audio.codec] : [])]);
}

function inMs({ startSeconds, endSeconds }: PlacedSegment) {
  const startMs = Math.round(startSeconds * 1000);
  return { startMs, durationMs: Math.round(endSeconds * 1000) - startMs };
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
