import type { Stretch } from "./stretch.ts";

/** Clocks of recorders waver by less, and times are rounded: a smaller hole or overlap is none. */
const SAME_SECONDS = 0.03;
/** What claims to sound later than this behind what came before it is damaged: no answer is that long. */
const LONGEST_HOLE_SECONDS = 3_600;

/** One stream of samples from the file's beginning on: a hole is silence, and what comes a second time is left out. So a sample's number is its time. */
export async function* placeStretches(stretches: AsyncIterable<Stretch>): AsyncGenerator<Stretch, void> {
  let at = 0; // seconds so far
  for await (const { atSeconds, samples, rate } of stretches) {
    const hole = atSeconds - at;
    if (hole > LONGEST_HOLE_SECONDS || !Number.isFinite(hole)) continue;
    if (hole > SAME_SECONDS) {
      yield* silence(at, hole, rate);
      at += hole;
    }
    const again = hole < -SAME_SECONDS ? Math.round(-hole * rate) : 0;
    const rest = samples.subarray(Math.min(again, samples.length));
    if (rest.length > 0) yield { atSeconds: at, samples: rest, rate };
    at += rest.length / rate;
  }
}

/** A second at a time. */
function* silence(atSeconds: number, seconds: number, rate: number): Generator<Stretch, void> {
  for (let left = Math.round(seconds * rate); left > 0; left -= rate) {
    yield { atSeconds, samples: new Float32Array(Math.min(left, rate)), rate };
  }
}
