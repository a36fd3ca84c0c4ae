import {
  type AudioCodec,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputFormat,
  type InputVideoTrack,
  MATROSKA,
  type VideoCodec,
  WEBM,
} from "mediabunny";
import { READABLE_FORMATS } from "./container.ts";
import { measureParts, type PartFiles, type PartsStretch, partsSource, withoutCutEnd } from "./parts-source.ts";
import { resumeAfterHoles } from "./resume-after-hole.ts";

/** What one segment holds: at most one track of each kind. Tracks go by kind, because one recorder numbers them differently each time. */
export type SegmentMedia = {
  /** Streams that can be read by themselves: one, and one more after each hole that could be got over. Their times go on. */
  stretches: readonly [PartsStretch, ...PartsStretch[]];
  /** Parts missing after what is read last. */
  missingAtEnd: readonly number[];
  format: InputFormat;
  video: VideoTrack | null;
  audio: AudioTrack | null;
};

export type VideoTrack = TrackOf<VideoCodec, VideoDecoderConfig> & {
  /** Chromium's H.264 in Matroska describes itself nowhere else. */
  keyPacket: EncodedPacket;
};
export type AudioTrack = TrackOf<AudioCodec, AudioDecoderConfig>;

type TrackOf<Codec, Config> = {
  codec: Codec;
  decoderConfig: Config;
  /** Equal for two tracks whose packets one decoder plays one after the other. */
  signature: string;
};

export type Kind = "video" | "audio";

/**
 * What a segment holds, or null when nothing of it can be played.
 *
 * @throws only when the disk fails; damaged bytes are no error
 */
export async function inspectSegment(parts: PartFiles): Promise<SegmentMedia | null> {
  const measured = await measureParts(parts);
  const [head, ...others] = measured.stretches;
  // Without its first bytes nobody can say what the rest means.
  if (!head || head.missingBefore.length > 0 || head.sizeBytes === 0) return null;
  const format = await withInput(head, (input) => unlessDamaged(input.getFormat()));
  if (!format) return null;

  const whole = await resumeAfterHoles([head, ...others], format);
  const [first, ...resumed] =
    format === WEBM || format === MATROSKA ? await Promise.all(whole.map(withoutCutEnd)) : whole;
  if (!first) return null;
  const unreached = others.flatMap(({ missingBefore }) => missingBefore);
  const reached = new Set(whole.flatMap(({ missingBefore }) => missingBefore));
  const media: SegmentMedia = {
    stretches: [first, ...resumed],
    missingAtEnd: [...unreached.filter((seq) => !reached.has(seq)), ...measured.missingAtEnd],
    format,
    video: null,
    audio: null,
  };
  for (const stretch of media.stretches) {
    await withInput(stretch, async (input) => {
      media.video ??= await unlessDamaged(readVideoTrack(input));
      media.audio ??= await unlessDamaged(readAudioTrack(input));
    });
    if (media.video && media.audio) break;
  }
  return media.video || media.audio ? media : null;
}

/**
 * Lends a stretch's packets of one kind, in decode order, beginning with one that can be decoded by itself: the first, or the first after
 * a moment.
 */
export async function withPackets<T>(
  stretch: PartsStretch,
  use: (packetsOf: (kind: Kind, afterSeconds?: number) => AsyncGenerator<EncodedPacket, void>) => Promise<T>,
): Promise<T> {
  return withInput(stretch, (input) => use((kind, afterSeconds) => readPackets(input, kind, afterSeconds)));
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

async function* readPackets(input: Input, kind: Kind, afterSeconds?: number): AsyncGenerator<EncodedPacket, void> {
  const track = await trackOf(input, kind);
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

async function trackOf(input: Input, kind: Kind): Promise<InputVideoTrack | InputAudioTrack | undefined> {
  const tracks = kind === "video" ? await input.getVideoTracks() : await input.getAudioTracks();
  return tracks[0];
}

async function readVideoTrack(input: Input): Promise<VideoTrack | null> {
  const track = (await input.getVideoTracks())[0];
  const keyPacket = track && (await new EncodedPacketSink(track).getFirstKeyPacket());
  if (!track || !keyPacket) return null;
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()];
  return codec && decoderConfig && { codec, decoderConfig, keyPacket, signature: videoSignature(codec, decoderConfig) };
}

async function readAudioTrack(input: Input): Promise<AudioTrack | null> {
  const track = (await input.getAudioTracks())[0];
  if (!track || !(await hasKeyPacket(track))) return null;
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()];
  return codec && decoderConfig && { codec, decoderConfig, signature: audioSignature(codec, decoderConfig) };
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

function hex(bytes: AllowSharedBufferSource | undefined): string {
  if (bytes === undefined) return "";
  return ArrayBuffer.isView(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")
    : Buffer.from(bytes).toString("hex");
}
