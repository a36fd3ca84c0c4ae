import { type PartsStretch, spliced } from "../parts-source.ts";
import { findPiece } from "../resume-after-hole.ts";
import { unlessDamaged } from "../segment-media.ts";
import { firstAudioSeconds, withInput } from "./audio-input.ts";
import type { KnownPiece, SegmentAudio } from "./open-audio.ts";

/** So near to a moment the search for it ends, and the rest is read. */
const NEAR_BYTES = 256 * 1024;
const NEAR_SECONDS = 3;
/** Pieces of two seconds are found within a few of these. */
const SEARCH_BYTES = 64 * 1024;

/** The stretch from a little before a moment on, as a stream of its own; null when it has no sound. */
export async function startingBefore(
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
