import type { AudioCodec, InputFormat } from "mediabunny";
import { findStart, type PartFiles, type PartsStretch } from "../parts-source.ts";
import { findPiece, isMatroska } from "../resume-after-hole.ts";
import { unlessDamaged, withReadableEnd } from "../segment-media.ts";
import { type RecorderPiece, splitPieces } from "../split-pieces.ts";
import { audioTrack, firstSeconds, withInput } from "./audio-input.ts";

/** The sound of one start of a recorder, read where it is wanted and nowhere else. */
export type SegmentAudio = {
  /** When in the segment it begins: 0, unless the recorder was begun anew. */
  startSeconds: number;
  codec: AudioCodec;
  decoderConfig: AudioDecoderConfig;
  /** When the earliest packet of any kind begins, on the clock of the packets: the segment's time is counted from there. */
  zeroSeconds: number;
  stretches: PartsStretch[];
  format: InputFormat;
  /** The bytes that describe the stream; null where they name places in the file, so that only the whole of it can be read. */
  description: { head: PartsStretch; bytes: number } | null;
  /** What the search has met so far, in order. */
  known: Map<PartsStretch, KnownPiece[]>;
};

/** A piece of the stream that tells its own time: where it begins, and when its sound does. */
export type KnownPiece = { at: number; seconds: number };

/** An index of places in the file (RFC 9559 §5.1.1): a recorder that still records has none. */
const SEEK_HEAD = [0x11, 0x4d, 0x9b, 0x74];

/**
 * What a segment sounds like: one entry for each time its recorder was begun, of those whose sound can be read.
 *
 * @throws only when the disk fails
 */
export async function openAudio(parts: PartFiles): Promise<SegmentAudio[]> {
  const opened: SegmentAudio[] = [];
  const pieces = await splitPieces(parts);
  let startSeconds = 0;
  for (const [position, piece] of pieces.entries()) {
    const audio = await openPiece(piece, startSeconds);
    if (audio) opened.push(audio);
    if (position < pieces.length - 1) startSeconds += await secondsOf(piece);
  }
  return opened;
}

/** How long a piece is, of sound and picture. */
async function secondsOf({ stretches: [head] }: RecorderPiece): Promise<number> {
  if (!head) return 0;
  return withInput(head, async (input) => {
    const [end, start] = [await unlessDamaged(input.computeDuration()), await unlessDamaged(firstSeconds(input))];
    return Math.max(0, (end ?? 0) - (start ?? 0));
  });
}

async function openPiece({ stretches }: RecorderPiece, startSeconds: number): Promise<SegmentAudio | null> {
  const [head] = stretches;
  if (!head || head.missingBefore.length > 0 || head.sizeBytes === 0) return null;
  return withInput(head, async (input) => {
    const format = await unlessDamaged(input.getFormat());
    const track = format && (await unlessDamaged(audioTrack(input)));
    if (!format || !track) return null;
    const [codec, decoderConfig] = [await track.getCodec(), await unlessDamaged(track.getDecoderConfig())];
    if (!codec || !decoderConfig) return null;
    const description = await describe(head, format);
    const zeroSeconds = (await unlessDamaged(firstSeconds(input))) ?? 0;
    return {
      startSeconds,
      codec,
      decoderConfig,
      zeroSeconds,
      format,
      description,
      known: new Map(),
      stretches: description ? await withEnds(stretches, format) : [head],
    };
  });
}

/** Without the block that was cut off where recording stopped: it would cost the whole last cluster. */
async function withEnds(stretches: readonly PartsStretch[], format: InputFormat): Promise<PartsStretch[]> {
  return isMatroska(format) ? Promise.all(stretches.map(withReadableEnd)) : [...stretches];
}

async function describe(head: PartsStretch, format: InputFormat): Promise<SegmentAudio["description"]> {
  const bytes = await findPiece(head, format);
  if (bytes === null || bytes === 0) return null;
  const start = isMatroska(format) ? await findStart({ ...head, sizeBytes: bytes }, isSeekHead) : null;
  return start === null ? { head, bytes } : null;
}

const isSeekHead = (bytes: Uint8Array, at: number) => SEEK_HEAD.every((byte, index) => bytes[at + index] === byte);
