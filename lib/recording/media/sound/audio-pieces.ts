import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  type AudioCodec,
  EncodedAudioPacketSource,
  type EncodedPacket,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  WavOutputFormat,
  WebMOutputFormat,
} from "mediabunny";
import { fileTarget } from "../write-recording.ts";

/** A file with a stretch of an answer in it. */
export type AudioPiece = {
  path: string;
  mimeType: string;
  /** Where it begins in the answer, and how long it is. */
  offsetMs: number;
  durationMs: number;
  /** Of the sound alone: a container's header differs each time it is written. Lower-case hex. */
  sha256: string;
};

export type PieceLimits = { bytes: number; seconds: number };

/**
 * What endpoints take in one file. OpenAI: 25 MB (platform.openai.com/docs/guides/speech-to-text), and 1,400 s with the newer models, whose
 * refusal names that number.
 */
export const PIECE_LIMITS: PieceLimits = { bytes: 25_000_000, seconds: 1_200 };

/** What a container adds to each packet, at most: WebM a block's header, MP4 its lines in four tables. */
const PACKET_OVERHEAD_BYTES = 32;
const HEADER_BYTES = 16 * 1024;
/** Decoders close a hole in the time; what comes after a longer one goes into a file of its own, so that its times stay right. */
const LONGEST_HOLE_SECONDS = 0.5;
/** OpenAI refuses a file under 0.1 s (`audio_too_short`), and nobody says anything in so little time. */
const SHORTEST_SECONDS = 0.2;

/** A file that holds a codec as it is, of those that endpoints take, or null. */
function containerOf(codec: AudioCodec): { format: OutputFormat; mimeType: string; ending: string } | null {
  const kinds = [
    { format: new WebMOutputFormat(), mimeType: "audio/webm", ending: "webm" },
    { format: new Mp4OutputFormat({ fastStart: false }), mimeType: "audio/mp4", ending: "m4a" },
    { format: new WavOutputFormat(), mimeType: "audio/wav", ending: "wav" },
  ];
  return kinds.find(({ format }) => format.getSupportedCodecs().includes(codec)) ?? null;
}

type Track = { codec: AudioCodec; decoderConfig: AudioDecoderConfig };
type OpenPiece = {
  path: string;
  mimeType: string;
  file: FileHandle;
  output: Output;
  source: EncodedAudioPacketSource;
  startSeconds: number;
  endSeconds: number;
  bytes: number;
  hash: Hash;
};

/**
 * Copies packets into one or more files in a folder, as they are. A new one is begun where a file would grow beyond its limits, after a hole,
 * and wherever the caller says so.
 *
 * @param name of the files, without ending
 */
export function writePieces(folder: string, name: string, limits: PieceLimits) {
  const done: AudioPiece[] = [];
  let current: OpenPiece | null = null;

  async function begin({ codec, decoderConfig }: Track, startSeconds: number): Promise<OpenPiece | null> {
    const container = containerOf(codec);
    if (!container) return null;
    const { format, mimeType, ending } = container;
    const path = join(folder, `${name}-${done.length}.${ending}`);
    const file = await open(path, "w");
    const output = new Output({ format, target: fileTarget(file) });
    const source = new EncodedAudioPacketSource(codec);
    output.addAudioTrack(source, { decoderConfig });
    await output.start();
    const hash = createHash("sha256");
    return { path, mimeType, file, output, source, startSeconds, endSeconds: startSeconds, bytes: HEADER_BYTES, hash };
  }

  function isFull(piece: OpenPiece, packet: EncodedPacket, atSeconds: number): boolean {
    return (
      piece.bytes + packet.byteLength + PACKET_OVERHEAD_BYTES > limits.bytes ||
      atSeconds + packet.duration - piece.startSeconds > limits.seconds ||
      atSeconds - piece.endSeconds > LONGEST_HOLE_SECONDS
    );
  }

  /** Ends the file in hand: what comes next has other properties, or another clock. */
  async function end(): Promise<void> {
    if (!current) return;
    const { path, mimeType, file, output, startSeconds, endSeconds, hash } = current;
    current = null;
    try {
      await output.finalize();
    } finally {
      await file.close();
    }
    const seconds = endSeconds - startSeconds;
    if (seconds < SHORTEST_SECONDS) return rm(path);
    const [offsetMs, durationMs] = [Math.round(startSeconds * 1000), Math.round(seconds * 1000)];
    done.push({ path, mimeType, offsetMs, durationMs, sha256: hash.digest("hex") });
  }

  return {
    /** @param atSeconds of the answer's own time */
    async add(track: Track, packet: EncodedPacket, atSeconds: number): Promise<void> {
      if (current && isFull(current, packet, atSeconds)) await end();
      current ??= await begin(track, Math.max(0, atSeconds));
      if (!current) return;
      const timestamp = Math.max(0, atSeconds - current.startSeconds);
      await current.source.add(packet.clone({ timestamp }), { decoderConfig: track.decoderConfig });
      current.hash.update(packet.data);
      current.bytes += packet.byteLength + PACKET_OVERHEAD_BYTES;
      current.endSeconds = Math.max(current.endSeconds, atSeconds + packet.duration);
    },
    end,
    /** The files in order. */
    pieces: () => done,
  };
}
