import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { event } from "../../words/happened.ts";
import { type Container, containerFor } from "./container.ts";
import { copyByFfmpeg } from "./ffmpeg-copy.ts";
import { JoinError } from "./join-error.ts";
import { nowReading } from "./progress.ts";
import type { SegmentMedia } from "./segment-media.ts";
import { findFault } from "./verify-recording.ts";
import { type PlacedSegment, writeRecording } from "./write-recording.ts";

/** A finished file. */
export type JoinedFile = {
  container: Container;
  /** With codecs, e.g. `video/webm; codecs="vp8, opus"`. */
  mimeType: string;
  durationSeconds: number;
  sizeBytes: number;
  /** Of the whole file, lower-case hex. */
  sha256: string;
  hasVideo: boolean;
  hasAudio: boolean;
};

/** A segment that can be played, and which of the recording's it is. */
export type ReadableSegment = { index: number; media: SegmentMedia };

/** `fastest`: by ffmpeg where there is one and the segment is plain; `mediabunny`: as where there is none. */
export type Way = "fastest" | "mediabunny";

/**
 * Writes segments that fit together into one file, and opens it again to be sure.
 *
 * @param into their own container where none is named
 * @throws JoinError `not_verified`, or the disk's error
 */
export async function writeVerified(
  path: string,
  chosen: readonly ReadableSegment[],
  { way = "fastest", into }: { way?: Way; into?: Container } = {},
): Promise<{ file: JoinedFile; placed: { index: number; place: PlacedSegment }[] }> {
  const media = chosen.map((segment) => segment.media);
  const [first, ...more] = media;
  if (!first) throw new JoinError(event("recording_nothing_readable:nothing"));
  const container = into ?? containerFor(first.format, codecsOf(media));
  const kinds = (["video", "audio"] as const).filter((kind) => media.some((segment) => segment[kind]));
  const matrix = media.find((segment) => segment.video)?.video?.matrix ?? null;
  nowReading(chosen[0]?.index ?? null);
  const copied = way === "fastest" && more.length === 0 ? await copyByFfmpeg(path, container, first) : null;
  const sound = copied && (await findFault(path, { ...copied, kinds, matrix })) === null;
  const written = sound
    ? copied
    : await writeRecording(path, container, media, (at) => nowReading(chosen[at]?.index ?? null));
  nowReading(null);
  const fault = sound ? null : await findFault(path, { ...written, kinds, matrix });
  if (fault) throw new JoinError(fault);
  const { mimeType, durationSeconds, placed } = written;
  const file = {
    container,
    mimeType,
    durationSeconds,
    sizeBytes: (await stat(path)).size,
    sha256: await hashFile(path),
    hasVideo: kinds.includes("video"),
    hasAudio: kinds.includes("audio"),
  };
  return { file, placed: placed.map((place, position) => ({ index: chosen[position]?.index ?? position, place })) };
}

function codecsOf(segments: readonly SegmentMedia[]) {
  return segments.flatMap(({ video, audio }) => [...(video ? [video.codec] : []), ...(audio ? [audio.codec] : [])]);
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
