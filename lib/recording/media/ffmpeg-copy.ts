import { spawn } from "node:child_process";
import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import { EncodedPacketSink, FilePathSource, Input, MATROSKA, MP4, WEBM } from "mediabunny";
import { confined } from "../../children/confined-command.ts";
import { type Container, READABLE_FORMATS } from "./container.ts";
import { limitsFor } from "./media-limits.ts";
import { readStretch } from "./parts-source.ts";
import { watchPicture } from "./picture-change.ts";
import { fallsShort, type SegmentMedia } from "./segment-media.ts";
import { placedFrom, type WrittenRecording } from "./write-recording.ts";

const MUXERS: Record<Container, string> = { webm: "webm", mkv: "matroska", mp4: "mp4" };

/**
 * Copies a segment by ffmpeg, which is many times faster than we are. Only what is whole: one stream without a hole, and no complaint
 * of any kind from ffmpeg. Everything else is for `writeRecording`, which knows what to do with it.
 *
 * The bytes go in through a pipe and ffmpeg may open nothing else, since they come from strangers; what it may use is limited like what we
 * use for them.
 *
 * @returns null when ffmpeg is not there or there was anything unusual: what stands at `path` is worthless then
 */
export async function copyByFfmpeg(
  path: string,
  container: Container,
  media: SegmentMedia,
): Promise<WrittenRecording | null> {
  const { stretches, missingAtEnd, format, video, audio, breaksOff } = media;
  const [stretch, ...resumed] = stretches;
  const demuxer = format === WEBM || format === MATROSKA ? "matroska" : format === MP4 ? "mov" : null;
  if (demuxer === null || resumed.length > 0 || missingAtEnd.length > 0 || breaksOff) return null;
  const tracks = [...trackNumber("v", video), ...trackNumber("a", audio)];
  const input = ["-protocol_whitelist", "pipe", "-f", demuxer, "-i", "pipe:0"];
  const output = ["-c", "copy", "-bitexact", "-avoid_negative_ts", "make_zero", "-f", MUXERS[container], "-y", path];
  const done = await runFfmpeg(
    ["-v", "warning", ...input, ...tracks, ...output],
    readStretch(stretch),
    stretch.sizeBytes,
  );
  const written = done ? await describe(path) : null;
  return written && !fallsShort(media, written.durationSeconds) ? written : null;
}

/** Which of the tracks of a kind. */
function trackNumber(kind: "v" | "a", track: { position: number } | null): string[] {
  return track ? ["-map", `0:${kind}:${track.position}`] : [];
}

/** @returns whether it ended well and had nothing to say */
async function runFfmpeg(args: string[], bytes: AsyncIterable<Uint8Array>, sizeBytes: number): Promise<boolean> {
  const { cpuSeconds, programMib } = limitsFor({ bytes: sizeBytes, files: 1 });
  const command = confined({ file: "ffmpeg", args }, { cpuSeconds, addressSpaceMib: programMib });
  const ffmpeg = spawn(command.file, command.args, { stdio: ["pipe", "ignore", "pipe"] });
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
    const place = { ...placedFrom(0), endSeconds: durationSeconds, pictureChanges: await changesPicture(input) };
    return { mimeType: await input.getMimeType(), durationSeconds, placed: [place] };
  } finally {
    input.dispose();
  }
}

/** Whether a key frame describes the picture differently from those before: only those are read, and only where a codec may do so. */
async function changesPicture(input: Input): Promise<boolean> {
  const track = await input.getPrimaryVideoTrack();
  const [codec, config] = [await track?.getCodec(), await track?.getDecoderConfig()];
  if (!track || !config || (codec !== "avc" && codec !== "hevc")) return false;
  const sink = new EncodedPacketSink(track);
  const changes = watchPicture(codec, config);
  for (let packet = await sink.getFirstKeyPacket(); packet; packet = await sink.getNextKeyPacket(packet)) {
    if (changes(packet)) return true;
  }
  return false;
}
