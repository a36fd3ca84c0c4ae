import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { chooseCompatible } from "./choose-compatible.ts";
import { type Container, containerFor } from "./container.ts";
import { JoinError } from "./join-error.ts";
import { measureParts, type PartFiles } from "./parts-source.ts";
import { inspectSegment, type SegmentMedia } from "./segment-media.ts";
import { findFault } from "./verify-recording.ts";
import { type PlacedSegment, writeRecording } from "./write-recording.ts";

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
  warnings: JoinWarning[];
};

/** Something that is not in the file although it should be. The parts stay where they are, so a later version can do better. */
export type JoinWarning = {
  /** Index in the list of segments given. */
  segment: number;
  /**
   * - `unreadable`: nothing of the segment can be played; its beginning is missing or damaged
   * - `part_missing`: the segment is in the file up to a missing part
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
  const { readable, warnings } = await inspectAll(segments);
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
  for (const [position, { index }] of chosen.entries()) {
    const place = placed[position];
    if (!place) continue;
    places[index] = inMs(place);
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
    warnings: warnings.sort((a, b) => a.segment - b.segment),
  };
}

async function inspectAll(segments: readonly PartFiles[]) {
  const readable: { index: number; media: SegmentMedia }[] = [];
  const warnings: JoinWarning[] = [];
  for (const [index, parts] of segments.entries()) {
    const stretch = await measureParts(parts);
    const media = await inspectSegment(stretch);
    if (media) readable.push({ index, media });
    else warnings.push({ segment: index, code: "unreadable", message: `${name(index)} can't be played.` });
    if (media && stretch.missingFrom !== null) {
      const message = `${name(index)} ends before part ${stretch.missingFrom}, which is missing.`;
      warnings.push({ segment: index, code: "part_missing", message });
    }
  }
  return { readable, warnings };
}

const name = (index: number) => `Segment ${index}`;

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
