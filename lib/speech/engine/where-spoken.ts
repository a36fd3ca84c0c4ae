import { SAMPLE_RATE } from "../sound/read-sound.ts";
import type { Span } from "./voice-activity.ts";

type Timed = { start: number; end: number };

/** Recognisers are a little off with their times: so near to somebody's voice a word is theirs. Measured: 96 % within 0.3 s. */
const NEAR_SECONDS = 0.5;

/**
 * Without what lies where nobody speaks, and with times that lie where somebody does: recognisers let a word last until the next one
 * begins, and the first begin with the sound.
 *
 * @param spans of the whole; times in seconds of it
 */
export function whereSpoken<T extends Timed>(timed: readonly T[], spans: readonly Span[]): T[] {
  const voices = spans.map(({ from, to }) => ({ start: from / SAMPLE_RATE, end: to / SAMPLE_RATE }));
  return timed.flatMap((one) => {
    const [voice] = voices.toSorted((a, b) => overlap(b, one) - overlap(a, one));
    if (!voice || overlap(voice, one) < -NEAR_SECONDS) return [];
    if (overlap(voice, one) <= 0) return [one];
    return [{ ...one, start: Math.max(one.start, voice.start), end: Math.min(one.end, voice.end) }];
  });
}

/** In seconds; less than nothing is how far they lie apart. */
const overlap = (a: Timed, b: Timed) => Math.min(a.end, b.end) - Math.max(a.start, b.start);
