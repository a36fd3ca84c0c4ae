import {
  type AudioCodec,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputFormat,
} from "mediabunny";
import { READABLE_FORMATS } from "../recording/media/container.ts";
import {
  findStart,
  measureParts,
  type PartFiles,
  type PartsStretch,
  partsSource,
  spliced,
  withoutCutEnd,
} from "../recording/media/parts-source.ts";
import { findPiece, isMatroska } from "../recording/media/resume-after-hole.ts";
import { unlessDamaged } from "../recording/media/segment-media.ts";

/** The sound of one segment, read where it is wanted and nowhere else. */
export type SegmentAudio = {
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
type KnownPiece = { at: number; seconds: number };

/** So near to a moment the search for it ends, and the rest is read. */
const NEAR_BYTES = 256 * 1024;
const NEAR_SECONDS = 3;
/** Pieces of two seconds are found within a few of these. */
const SEARCH_BYTES = 64 * 1024;
/** An index of places in the file (RFC 9559 §5.1.1): a recorder that still records has none. */
const SEEK_HEAD = [0x11, 0x4d, 0x9b, 0x74];

/** What a segment sounds like, or null where it has no sound that can be read. @throws only when the disk fails */
export async function openAudio(parts: PartFiles): Promise<SegmentAudio | null> {
  const { stretches } = await measureParts(parts);
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
function withEnds(stretches: PartsStretch[], format: InputFormat): Promise<PartsStretch[]> {
  return isMatroska(format) ? Promise.all(stretches.map(withoutCutEnd)) : Promise.resolve(stretches);
}

async function describe(head: PartsStretch, format: InputFormat): Promise<SegmentAudio["description"]> {
  const bytes = await findPiece(head, format);
  if (bytes === null || bytes === 0) return null;
  const start = isMatroska(format) ? await findStart({ ...head, sizeBytes: bytes }, isSeekHead) : null;
  return start === null ? { head, bytes } : null;
}

const isSeekHead = (bytes: Uint8Array, at: number) => SEEK_HEAD.every((byte, index) => bytes[at + index] === byte);

/**
 * Gives the packets that sound between two moments of the segment's time, in order, until `visit` answers false. What cannot be read, or
 * never came, is left out: the packets tell their own time.
 */
export async function visitAudio(
  audio: SegmentAudio,
  from: number,
  to: number,
  visit: (packet: EncodedPacket, atSeconds: number) => Promise<void>,
): Promise<void> {
  for (const stretch of audio.stretches) {
    const window = await startingBefore(audio, stretch, from);
    if (!window) continue;
    const reachedEnd = await withInput(window, async (input) => {
      for await (const packet of readable(packetsOf(input, from + audio.zeroSeconds))) {
        const atSeconds = packet.timestamp - audio.zeroSeconds;
        if (atSeconds >= to) return true;
        if (atSeconds + packet.duration > from) await visit(packet, atSeconds);
      }
      return false;
    });
    if (reachedEnd) return;
  }
}

/** The stretch from a little before a moment on, as a stream of its own; null when it has no sound. */
async function startingBefore(
  audio: SegmentAudio,
  stretch: PartsStretch,
  seconds: number,
): Promise<PartsStretch | null> {
  const { description } = audio;
  if (!description) return stretch; // it has an index of its own
  const known = audio.known.get(stretch) ?? [];
  let low = known.findLast((piece) => piece.seconds <= seconds) ?? (await nextPiece(audio, stretch, 0));
  if (!low) return null;
  let high = known.find((piece) => piece.seconds > seconds) ?? null;
  let end = high?.at ?? stretch.sizeBytes;
  for (let step = 0; end - low.at > NEAR_BYTES && seconds - low.seconds > NEAR_SECONDS; step++) {
    const at = guess(low, high, end, seconds, step);
    const piece = await nextPiece(audio, stretch, at);
    if (piece && piece.at < end && piece.seconds <= seconds) low = piece;
    else [high, end] = [piece && piece.at < end ? piece : high, at];
  }
  return spliced(description.head, description.bytes, stretch, low.at);
}

/** Where to look next: as if time passed evenly with the bytes, which is nearly so; every third time in the middle, because it may not be. */
function guess(low: KnownPiece, high: KnownPiece | null, end: number, seconds: number, step: number): number {
  const middle = low.at + (end - low.at) / 2;
  const share = high ? (seconds - low.seconds - NEAR_SECONDS / 2) / (high.seconds - low.seconds) : 0;
  const at = !high || step % 3 === 2 ? middle : low.at + share * (high.at - low.at);
  return Math.floor(Math.min(Math.max(at, low.at + 1), end - 1));
}

/** The first piece with sound in it from a place on, and when it sounds. */
async function nextPiece(audio: SegmentAudio, stretch: PartsStretch, from: number): Promise<KnownPiece | null> {
  const { description, format, zeroSeconds } = audio;
  if (!description) return null;
  const next = (start: number) => findPiece(stretch, format, start, SEARCH_BYTES);
  for (let at = await next(from); at !== null; at = await next(at + 1)) {
    const stream = spliced(description.head, description.bytes, stretch, at);
    const timestamp = await withInput(stream, (input) => unlessDamaged(firstAudioSeconds(input)));
    if (timestamp === null) continue;
    const piece = { at, seconds: timestamp - zeroSeconds };
    const known = audio.known.get(stretch) ?? [];
    audio.known.set(
      stretch,
      [...known.filter((other) => other.at !== at), piece].sort((a, b) => a.at - b.at),
    );
    return piece;
  }
  return null;
}

async function* packetsOf(input: Input, nearSeconds: number): AsyncGenerator<EncodedPacket, void> {
  const track = await audioTrack(input);
  if (!track) return;
  const sink = new EncodedPacketSink(track);
  const first = (await sink.getKeyPacket(nearSeconds)) ?? (await sink.getFirstPacket());
  if (first) yield* sink.packets(first);
}

/** Where the bytes become unreadable, the sound ends. */
async function* readable(packets: AsyncGenerator<EncodedPacket, void>): AsyncGenerator<EncodedPacket, void> {
  for (;;) {
    const next = await unlessDamaged(packets.next());
    if (!next || next.done) return;
    yield next.value;
  }
}

async function firstAudioSeconds(input: Input): Promise<number | null> {
  const track = await audioTrack(input);
  const packet = track && (await new EncodedPacketSink(track).getFirstPacket({ metadataOnly: true }));
  return packet?.timestamp ?? null;
}

async function firstSeconds(input: Input): Promise<number> {
  const tracks = [...(await input.getVideoTracks()), ...(await input.getAudioTracks())];
  const times = await Promise.all(tracks.map((track) => track.getFirstTimestamp()));
  return Math.min(...times.filter(Number.isFinite));
}

async function audioTrack(input: Input): Promise<InputAudioTrack | null> {
  return (await input.getAudioTracks())[0] ?? null;
}

async function withInput<T>(stretch: PartsStretch, use: (input: Input) => Promise<T>): Promise<T> {
  const input = new Input({ source: partsSource(stretch), formats: READABLE_FORMATS });
  try {
    return await use(input);
  } finally {
    input.dispose();
  }
}
