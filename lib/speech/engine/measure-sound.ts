import { SAMPLE_RATE } from "../sound/read-sound.ts";
import type { Span } from "./voice-activity.ts";

const FRAME = 0.02 * SAMPLE_RATE;
/** The very top of what a file can hold, less what coding and rounding take. */
const CLIPPED = 0.985;
/** Where a voice begins and ends, it is neither. */
const EDGE = 0.1 * SAMPLE_RATE;
/** Fewer frames say nothing. */
const LEAST_FRAMES = 10;

/** Measures a stream of samples at 16 kHz; it keeps a number of each 20 ms. */
export function soundMeter() {
  const powers: number[] = [];
  let [frame, filled, count, clipped] = [0, 0, 0, 0];
  return {
    push(samples: Float32Array): void {
      for (const sample of samples) {
        if (Math.abs(sample) >= CLIPPED) clipped++;
        frame += sample * sample;
        if (++filled < FRAME) continue;
        powers.push(frame / FRAME);
        [frame, filled] = [0, 0];
      }
      count += samples.length;
    },
    /** @param speech where somebody speaks, in order */
    read(speech: readonly Span[]) {
      const spoken = speech.reduce((sum, { from, to }) => sum + Math.min(to, count) - from, 0);
      return {
        soundSeconds: count / SAMPLE_RATE,
        speechShare: count === 0 ? 0 : Math.min(1, Math.max(0, spoken / count)),
        snrDb: signalToNoise(powers, speech),
        clippedShare: count === 0 ? 0 : clipped / count,
      };
    },
  };
}

function signalToNoise(powers: readonly number[], speech: readonly Span[]): number | null {
  const voiced: number[] = [];
  const quiet: number[] = [];
  let next = 0;
  for (const [number, power] of powers.entries()) {
    const at = (number + 0.5) * FRAME;
    while (next < speech.length && (speech[next] as Span).to + EDGE < at) next++;
    const span = speech[next];
    if (!span || at < span.from - EDGE) quiet.push(power);
    else if (at >= span.from && at <= span.to) voiced.push(power);
  }
  if (voiced.length < LEAST_FRAMES || quiet.length < LEAST_FRAMES) return null;
  const [both, noise] = [mean(voiced), mean(quiet)];
  return noise === 0 ? null : 10 * Math.log10(Math.max(both - noise, noise / 100) / noise);
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
