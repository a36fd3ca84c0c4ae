import { SAMPLE_RATE } from "../sound/read-sound.ts";
import type { SampleWindow } from "./sample-window.ts";

/** A breath is no shorter. */
const BREATH = 0.2 * SAMPLE_RATE;
const STEP = 0.02 * SAMPLE_RATE;

/** The middle of the quietest fifth of a second between two samples: between words, where there is such a place. */
export function quietestNear(window: SampleWindow, from: number, to: number): number {
  const samples = window.slice(from, to);
  const powers = Array.from({ length: Math.floor(samples.length / STEP) }, (_, step) =>
    samples.subarray(step * STEP, (step + 1) * STEP).reduce((sum, sample) => sum + sample * sample, 0),
  );
  const width = BREATH / STEP;
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let at = 0; at + width <= powers.length; at++) {
    const power = powers.slice(at, at + width).reduce((sum, one) => sum + one, 0);
    if (power < least) [best, least] = [at, power];
  }
  return from + (best + width / 2) * STEP;
}
