import {
  type AudioCodec,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputFormat,
  type InputVideoTrack,
  type TransformationMatrix,
  type VideoCodec,
} from "mediabunny";
import type { PartRange } from "../../domain/part-ranges.ts";
import { READABLE_FORMATS } from "./container.ts";
import { describedAgain } from "./described-again.ts";
import { breaksOff } from "./file-end.ts";
import { cutOffBytes, cutOffClusterLength, endMark, lengthBytes, segmentLength } from "./matroska-end.ts";
import {
  measureParts,
  type PartFiles,
  type PartsStretch,
  partsSource,
  readBytes,
  tailOf,
  withBytes,
} from "./parts-source.ts";
import { isMatroska, resumeAfterHoles } from "./resume-after-hole.ts";
import { type RecorderPiece, splitPieces } from "./split-pieces.ts";

/** Holds the EBML header and the beginning of the segment. */
const BEGINNING_BYTES = 256;

/** What one segment holds: at most one track of each kind. Tracks go by kind, because one recorder numbers them differently each time. */
export type SegmentMedia = {
  /** Streams that can be read by themselves: one, and one more after each hole that could be got over. Their times go on. */
  stretches: readonly [PartsStretch, ...PartsStretch[]];
  /** Parts missing after what is read last. */
  missingAtEnd: readonly PartRange[];
  format: InputFormat;
  video: VideoTrack | null;
  audio: AudioTrack | null;
  /** What it has besides that is not read. */
  unread: readonly UnreadTrack[];
  /** By what it says of itself there should be more of it, although no part is known to be missing. */
  breaksOff: boolean;
  /** How long it says it is; null where it says nothing, as a recorder that still records. */
  declaredSeconds: number | null;
};

/**
 * `unreadable`: it is the only one of its kind; `another`: one of its kind is read; `described_again`: what comes behind a change of its
 * description is read as if there were none.
 */
export type UnreadTrack = { kind: Kind; why: "unreadable" | "another" | "described_again" };

export type VideoTrack = TrackOf<VideoCodec, VideoDecoderConfig> & {
  /** Chromium's H.264 in Matroska describes itself nowhere else. */
  keyPacket: EncodedPacket;
  /** How a player turns the picture; null: not at all. */
  matrix: TransformationMatrix | null;
};
export type AudioTrack = TrackOf<AudioCodec, AudioDecoderConfig>;

type TrackOf<Codec, Config> = {
  codec: Codec;
  decoderConfig: Config;
  /** Its place among the tracks of its kind. */
  position: number;
  /** Equal for two tracks whose packets one decoder plays one after the other. */
  signature: string;
};

export type Kind = "video" | "audio";

/**
 * What one start of a recorder left in a segment's parts, or null when nothing of it can be played.
 *
 * @throws only when the disk fails; damaged bytes are no error
 */
export async function inspectSegment(parts: PartFiles): Promise<SegmentMedia | null> {
  return inspectPiece(await measureParts(parts));
}

/** The same for a segment that a recorder may have begun more than once: one entry for each time. Never empty. */
export async function inspectPieces(parts: PartFiles): Promise<{ media: SegmentMedia | null; piece: RecorderPiece }[]> {
  const found = [];
  for (const piece of await splitPieces(parts)) found.push({ media: await inspectPiece(piece), piece });
  return found;
}

async function inspectPiece(measured: RecorderPiece): Promise<SegmentMedia | null> {
  const [head, ...others] = measured.stretches;
  // Without its first bytes nobody can say what the rest means.
  if (!head || head.missingBefore.length > 0 || head.sizeBytes === 0) return null;
  const format = await withInput(head, (input) => unlessDamaged(input.getFormat()));
  if (!format) return null;

  const whole = await resumeAfterHoles([head, ...others], format);
  const [first, ...resumed] = isMatroska(format) ? await Promise.all(whole.map(withReadableEnd)) : whole;
  if (!first) return null;
  const unreached = others.flatMap(({ missingBefore }) => missingBefore);
  const reached = new Set(whole.flatMap(({ missingBefore }) => missingBefore));
  const missingAtEnd = [...unreached.filter((range) => !reached.has(range)), ...measured.missingAtEnd];
  const tracks = await readTracks([first, ...resumed]);
  if (!tracks.video && !tracks.audio) return null;
  const again = (await describedAgain(first, format)).map((kind): UnreadTrack => ({ kind, why: "described_again" }));
  const unread = [...tracks.unread, ...again];
  const isShort = missingAtEnd.length === 0 && (await breaksOff(whole.at(-1) ?? head, format));
  const declaredSeconds = missingAtEnd.length > 0 || resumed.length > 0 ? null : await readDeclared(first);
  return {
    stretches: [first, ...resumed],
    missingAtEnd,
    format,
    ...tracks,
    unread,
    breaksOff: isShort,
    declaredSeconds,
  };
}

function readDeclared(stretch: PartsStretch): Promise<number | null> {
  return withInput(stretch, async (input) => {
    const end = await unlessDamaged(input.getDurationFromMetadata());
    const start = await unlessDamaged(input.getFirstTimestamp());
    return end === null || start === null ? null : end - start;
  });
}

/** Headers are rounded and last packets estimated; beyond that a recording that is shorter than it says has lost something. */
export function fallsShort({ declaredSeconds }: SegmentMedia, readSeconds: number): boolean {
  if (declaredSeconds === null) return false;
  return declaredSeconds - readSeconds > Math.max(1, declaredSeconds * 0.02);
}

/** A WebM or Matroska stretch as it can be read: without what was cut off, and with an end that a reader recognises. */
export async function withReadableEnd(stretch: PartsStretch): Promise<PartsStretch> {
  const tail = await tailOf(stretch);
  const tailAt = stretch.sizeBytes - tail.byteLength;
  const cluster = cutOffClusterLength(tail);
  // As a recorder leaves one that it still writes: the block at its end can be told then.
  if (cluster) tail.set(lengthBytes(cluster, null), cluster.at);
  const whole = { ...stretch, sizeBytes: stretch.sizeBytes - cutOffBytes(tail) };
  const told = cluster
    ? withBytes(whole, tailAt + cluster.at, lengthBytes(cluster, whole.sizeBytes - tailAt - cluster.dataStart))
    : whole;
  const marked = withBytes(told, told.sizeBytes, endMark());
  const segment = segmentLength(await readBytes(marked, 0, BEGINNING_BYTES));
  return segment ? withBytes(marked, segment.at, lengthBytes(segment, marked.sizeBytes - segment.dataStart)) : marked;
}

/** The first track of each kind that can be read in one of the stretches, and what there is besides. */
async function readTracks(
  stretches: readonly PartsStretch[],
): Promise<Pick<SegmentMedia, "video" | "audio" | "unread">> {
  let video: VideoTrack | null = null;
  let audio: AudioTrack | null = null;
  let counts = { video: 0, audio: 0 };
  for (const stretch of stretches) {
    await withInput(stretch, async (input) => {
      const [videos, audios] = await Promise.all([tracksOf(input, "video"), tracksOf(input, "audio")]);
      video ??= await firstReadable(videos, (track, position) => readVideoTrack(track as InputVideoTrack, position));
      audio ??= await firstReadable(audios, (track, position) => readAudioTrack(track as InputAudioTrack, position));
      counts = { video: Math.max(counts.video, videos.length), audio: Math.max(counts.audio, audios.length) };
    });
    if (video && audio) break;
  }
  const unread = [...unreadOf("video", counts.video, video), ...unreadOf("audio", counts.audio, audio)];
  return { video, audio, unread };
}

function unreadOf(kind: Kind, count: number, read: VideoTrack | AudioTrack | null): UnreadTrack[] {
  if (count === 0) return [];
  if (!read) return [{ kind, why: "unreadable" }];
  return count > 1 ? [{ kind, why: "another" }] : [];
}

async function firstReadable<T>(
  tracks: readonly (InputVideoTrack | InputAudioTrack)[],
  read: (track: InputVideoTrack | InputAudioTrack, position: number) => Promise<T | null>,
): Promise<T | null> {
  for (const [position, track] of tracks.entries()) {
    const found = await unlessDamaged(read(track, position));
    if (found) return found;
  }
  return null;
}

/**
 * Lends packets of a stretch of a segment, in decode order, beginning with one that can be decoded by itself: the first, or the first after
 * a moment.
 */
export async function withPackets<T>(
  media: SegmentMedia,
  stretch: PartsStretch,
  use: (packetsOf: (kind: Kind, afterSeconds?: number) => AsyncGenerator<EncodedPacket, void>) => Promise<T>,
): Promise<T> {
  return withInput(stretch, (input) =>
    use((kind, afterSeconds) => readPackets(input, kind, media[kind]?.position ?? 0, afterSeconds)),
  );
}

/** When the segment's last packet ends in its own time, in seconds, as far as it can be read. */
export async function measureSeconds({ stretches }: SegmentMedia): Promise<number> {
  const last = stretches.at(-1) ?? stretches[0];
  return withInput(last, async (input) => (await unlessDamaged(input.computeDuration())) ?? 0);
}

/** Damaged media gives null; a disk that fails is another matter, and a second try may go better. */
export async function unlessDamaged<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isDiskError(error)) throw error;
    return null;
  }
}

/** Errors of the disk carry a code such as EIO; complaints about the bytes themselves don't. */
function isDiskError(error: unknown): boolean {
  return error instanceof Error && "code" in error;
}

async function withInput<T>(stretch: PartsStretch, use: (input: Input) => Promise<T>): Promise<T> {
  const input = new Input({ source: partsSource(stretch), formats: READABLE_FORMATS });
  try {
    return await use(input);
  } finally {
    input.dispose();
  }
}

async function* readPackets(
  input: Input,
  kind: Kind,
  position: number,
  afterSeconds?: number,
): AsyncGenerator<EncodedPacket, void> {
  const track = (await tracksOf(input, kind))[position];
  if (!track) return;
  const sink = new EncodedPacketSink(track);
  const options = { verifyKeyPackets: true };
  const known = afterSeconds === undefined ? null : await sink.getKeyPacket(afterSeconds, options);
  const first = known ? await sink.getNextKeyPacket(known, options) : await sink.getFirstKeyPacket(options);
  if (!first) return;
  for await (const packet of sink.packets(first, undefined, options)) {
    // Leading pictures refer to a key frame that is not there.
    if (packet.timestamp >= first.timestamp) yield packet;
  }
}

async function tracksOf(input: Input, kind: Kind): Promise<(InputVideoTrack | InputAudioTrack)[]> {
  const ofKind: Promise<(InputVideoTrack | InputAudioTrack)[]> =
    kind === "video" ? input.getVideoTracks() : input.getAudioTracks();
  return (await unlessDamaged(ofKind)) ?? [];
}

async function readVideoTrack(track: InputVideoTrack, position: number): Promise<VideoTrack | null> {
  const keyPacket = await new EncodedPacketSink(track).getFirstKeyPacket();
  if (!keyPacket) return null;
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()];
  if (!codec || !decoderConfig) return null;
  const matrix = turned(await track.getTransformationMatrix());
  const signature = [videoSignature(codec, decoderConfig), ...linearPart(matrix)].join(" ");
  return { codec, decoderConfig, keyPacket, matrix, position, signature };
}

async function readAudioTrack(track: InputAudioTrack, position: number): Promise<AudioTrack | null> {
  if (!(await hasKeyPacket(track))) return null;
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()];
  return codec && decoderConfig && { codec, decoderConfig, position, signature: audioSignature(codec, decoderConfig) };
}

async function hasKeyPacket(track: InputAudioTrack): Promise<boolean> {
  return (await new EncodedPacketSink(track).getFirstKeyPacket({ metadataOnly: true })) !== null;
}

function videoSignature(codec: VideoCodec, config: VideoDecoderConfig): string {
  // Each key frame of these says its own size, so a turned phone or another camera goes on in the same file.
  if (codec === "vp8" || codec === "vp9") return [codec, config.codec.split(".")[1]].join(" ");
  return [codec, config.codec, config.codedWidth, config.codedHeight, hex(config.description)].join(" ");
}

function audioSignature(codec: AudioCodec, config: AudioDecoderConfig): string {
  // Opus packets describe themselves; its header only says how many samples to skip at the very beginning.
  const description = codec === "opus" ? "" : hex(config.description);
  return [codec, config.numberOfChannels, config.sampleRate, description].join(" ");
}

/** The matrix, unless it leaves the picture as it is. */
function turned(matrix: TransformationMatrix): TransformationMatrix | null {
  const [a, b, , c, d] = matrix;
  return a === 1 && b === 0 && c === 0 && d === 1 ? null : matrix;
}

/** How the picture is turned and mirrored. Where it comes to lie depends on its size, which a key frame may change. */
export function linearPart(matrix: TransformationMatrix | null): number[] {
  if (!matrix) return [];
  const [a, b, , c, d] = matrix;
  return [a, b, c, d].map((value) => Math.round(value * 1000) + 0);
}

function hex(bytes: AllowSharedBufferSource | undefined): string {
  if (bytes === undefined) return "";
  return ArrayBuffer.isView(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")
    : Buffer.from(bytes).toString("hex");
}
