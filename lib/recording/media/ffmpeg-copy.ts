import { spawn } from "node:child_process";
import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import { FilePathSource, Input, MATROSKA, MP4, WEBM } from "mediabunny";
import { type Container, READABLE_FORMATS } from "./container.ts";
import { readStretch } from "./parts-source.ts";
import type { SegmentMedia } from "./segment-media.ts";
import type { WrittenRecording } from "./write-recording.ts";

const MUXERS: Record<Container, string> = { webm: "webm", mkv: "matroska", mp4: "mp4" };

/**
 * Copies a segment by ffmpeg, which is many times faster than we are. Only what is whole: one stream without a hole, and no complaint
 * of any kind from ffmpeg. Everything else is for `writeRecording`, which knows what to do with it.
 *
 * The bytes go in through a pipe and ffmpeg may open nothing else, since they come from strangers.
 *
 * @returns null when ffmpeg is not there or there was anything unusual: what stands at `path` is worthless then
 */
export async function copyByFfmpeg(
  path: string,
  container: Container,
  { stretches, missingAtEnd, format, video, audio }: SegmentMedia,
): Promise<WrittenRecording | null> {
  const [stretch, ...resumed] = stretches;
  const demuxer = format === WEBM || format === MATROSKA ? "matroska" : format === MP4 ? "mov" : null;
  if (demuxer === null || resumed.length > 0 || missingAtEnd.length > 0) return null;
  const tracks = [...(video ? ["-map", "0:v:0"] : []), ...(audio ? ["-map", "0:a:0"] : [])];
  const input = ["-protocol_whitelist", "pipe", "-f", demuxer, "-i", "pipe:0"];
  const output = ["-c", "copy", "-bitexact", "-avoid_negative_ts", "make_zero", "-f", MUXERS[container], "-y", path];
  const done = await runFfmpeg(["-v", "warning", ...input, ...tracks, ...output], readStretch(stretch));
  return done ? describe(path) : null;
}

/** @returns whether it ended well and had nothing to say */
async function runFfmpeg(args: string[], bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
  const ffmpeg = spawn("ffmpeg", args, { stdio: ["pipe", "ignore", "pipe"] });
  let complaints = 0;
  ffmpeg.stderr.on("data", (text: Buffer) => {
    complaints += text.byteLength;
  });
  const ended = once(ffmpeg, "close").then(
    ([code]) => code === 0,
    () => false, // there is no ffmpeg
  );
  const fed = await pipeline(bytes, ffmpeg.stdin).then(
    () => true,
    (error) => {
      if (error.code === "EPIPE" || error.code === "ERR_STREAM_PREMATURE_CLOSE") return false; // it ended early
      ffmpeg.kill();
      throw error;
    },
  );
  return (await ended) && fed && complaints === 0;
}

async function describe(path: string): Promise<WrittenRecording | null> {
  const input = new Input({ source: new FilePathSource(path), formats: READABLE_FORMATS });
  try {
    const durationSeconds = await input.getDurationFromMetadata();
    if (!durationSeconds) return null;
    const place = { startSeconds: 0, endSeconds: durationSeconds, cutShort: false, gaps: [] };
    return { mimeType: await input.getMimeType(), durationSeconds, placed: [place] };
  } finally {
    input.dispose();
  }
}
