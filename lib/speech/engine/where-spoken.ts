import { SAMPLE_RATE } from "../sound/read-sound.ts";
import type { Span } from "./voice-activity.ts";

type Timed = { start: number; end: number };

/** Recognisers are a little off with their times: so near to somebody's voice a word is theirs. Measured: 96 % within 0.3 s. */
const NEAR_SECONDS = 0.5;

/**
 * Words without those that lie where nobody speaks, and with times that lie where somebody does: recognisers let a word last until the next
 * one begins, and the first begin with the sound.
 *
 * @param spans of the whole; times in seconds of it
 */
export function wordsWhereSpoken<T extends Timed>(words: readonly T[], spans: readonly Span[]): T[] {
  return whereSpoken(words, spans, ([widest]) => (widest ? [widest] : [])); // nobody pauses within a word
}

/** The same of sentences, in which people do pause. */
export function sentencesWhereSpoken<T extends Timed>(sentences: readonly T[], spans: readonly Span[]): T[] {
  return whereSpoken(sentences, spans, (voices) => voices);
}

/** @param choose which of the voices that sound meanwhile, the longest first, it may be */
function whereSpoken<T extends Timed>(
  timed: readonly T[],
  spans: readonly Span[],
  choose: (voices: readonly Timed[]) => readonly Timed[],
): T[] {
  const all = spans.map(({ from, to }) => ({ start: from / SAMPLE_RATE, end: to / SAMPLE_RATE }));
  return timed.flatMap((one) => {
    const voices = choose(
      all.filter((voice) => overlap(voice, one) > 0).toSorted((a, b) => overlap(b, one) - overlap(a, one)),
    );
    if (voices.length === 0) return all.some((voice) => overlap(voice, one) > -NEAR_SECONDS) ? [one] : [];
    const [start, end] = [
      Math.min(...voices.map((voice) => voice.start)),
      Math.max(...voices.map((voice) => voice.end)),
    ];
    return [{ ...one, start: Math.max(one.start, start), end: Math.min(one.end, end) }];
  });
}

/** In seconds; less than nothing is how far they lie apart. */
const overlap = (a: Timed, b: Timed) => Math.min(a.end, b.end) - Math.max(a.start, b.start);
