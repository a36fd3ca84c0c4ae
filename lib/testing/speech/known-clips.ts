import { SAMPLE_RATE } from "../../speech/sound/read-sound.ts";
import { CLIP_NAMES, clipPath, type SaidWord, wordsIn } from "./clips.ts";
import { samplesOf } from "./samples.ts";

/*
 * Finds the clips of the fixtures in any sound by how loud they are from moment to moment: that survives a browser's recorder, another codec,
 * and beginning in the middle.
 */

const STEP = 0.02 * SAMPLE_RATE;
/** Less in common says nothing. */
const LEAST_STEPS = 40;
/** What is alike by chance stays below, what a browser recorded stays above. */
const LEAST_ALIKE = 0.8;

type Clip = { loudness: Float32Array; words: SaidWord[] };

/** Where a clip lies in some sound: its beginning may lie before it. */
type Match = { clip: Clip; at: number; alike: number };

export const knownClips = (): Promise<Clip[]> =>
  Promise.all(
    CLIP_NAMES.map(async (name) => ({ loudness: loudnessOf(await samplesOf(clipPath(name))), words: wordsIn(name) })),
  );

/** The words of whichever clips are heard in it, in its own time. */
export function knownWords(samples: Float32Array, clips: readonly Clip[]): SaidWord[] {
  const loudness = loudnessOf(samples);
  const words: SaidWord[] = [];
  const look = (from: number, to: number): void => {
    const match = to - from < LEAST_STEPS ? null : bestMatch(loudness.subarray(from, to), clips);
    if (!match) return;
    const begin = from + match.at;
    const end = begin + match.clip.loudness.length;
    for (const { word, start, end: until } of match.clip.words) {
      const [first, last] = [begin + start * 50, begin + until * 50];
      if (first >= from - 5 && last <= to + 5) words.push({ word, start: Math.max(0, first / 50), end: last / 50 });
    }
    look(from, Math.min(to, begin));
    look(Math.max(from, end), to);
  };
  look(0, loudness.length);
  return words.toSorted((a, b) => a.start - b.start);
}

/** In decibels, of each 20 ms. */
function loudnessOf(samples: Float32Array): Float32Array {
  return Float32Array.from({ length: Math.floor(samples.length / STEP) }, (_, step) => {
    const frame = samples.subarray(step * STEP, (step + 1) * STEP);
    return Math.max(-60, 10 * Math.log10(frame.reduce((sum, one) => sum + one * one, 0) / STEP + 1e-9));
  });
}

function bestMatch(loudness: Float32Array, clips: readonly Clip[]): Match | null {
  let best: Match | null = null;
  for (const clip of clips) {
    for (let at = LEAST_STEPS - clip.loudness.length; at <= loudness.length - LEAST_STEPS; at++) {
      const [from, to] = [Math.max(0, at), Math.min(loudness.length, at + clip.loudness.length)];
      const alike = correlation(loudness.subarray(from, to), clip.loudness.subarray(from - at, to - at));
      // What is longer alike is alike less by chance.
      const sure = alike - 2 / Math.sqrt(to - from);
      if (alike >= LEAST_ALIKE && sure > (best?.alike ?? -1)) best = { clip, at, alike: sure };
    }
  }
  return best;
}

/** Pearson's. */
function correlation(one: Float32Array, other: Float32Array): number {
  const count = one.length;
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let at = 0; at < count; at++) {
    const [a, b] = [one[at] ?? 0, other[at] ?? 0];
    sumA += a;
    sumB += b;
    sumAA += a * a;
    sumBB += b * b;
    sumAB += a * b;
  }
  const spread = Math.sqrt((sumAA - sumA ** 2 / count) * (sumBB - sumB ** 2 / count));
  return spread > 0 ? (sumAB - (sumA * sumB) / count) / spread : 0;
}
