import { makeLimiter } from "./make-limiter.ts";
import { take } from "./take.ts";

export type GrowingWaitOptions = {
  name: string;
  /** Mistakes that cost nothing yet, before RATE_LIMIT_FACTOR. */
  free: number;
  /** For how long mistakes are counted, from the first. */
  seconds: number;
  /** What the last free mistake costs; each further one the double, up to the longest. In seconds. */
  firstWait: number;
  longestWait: number;
};

export type GrowingWait = ReturnType<typeof makeGrowingWait>;

/**
 * Lets mistakes be made ever more slowly. An attempt is counted before it is made, so that a hundred at the same moment are no
 * more than a hundred in a row; where the last free one and the next arrive together, the next may close the gate before it, and
 * one more is let through. Counted where requests are: in Redis, if there is one.
 */
export function makeGrowingWait({ name, free, seconds, firstWait, longestWait }: GrowingWaitOptions) {
  const mistakes = makeLimiter({ name, points: free, seconds });
  const gates = makeLimiter({ name: `${name}-gate`, points: 1, seconds: longestWait });
  return {
    /**
     * Beyond the free ones one is let through for each wait. Being told to wait is not counted: it makes nobody wait longer.
     * @param isStrict no mistake is free
     * @returns seconds to wait; 0: go ahead
     */
    async admit(key: string, isStrict = false): Promise<number> {
      const { state } = await take(mistakes, key);
      const beyond = state.consumedPoints - (isStrict ? 0 : mistakes.points);
      if (beyond < 0) return 0;
      const wait = Math.min(longestWait, firstWait * 2 ** Math.min(beyond, 20));
      const gate = await take(gates, key, wait);
      if (!gate.exceeded || beyond === 0) return 0; // the last free one only closes the gate behind it
      await mistakes.reward(key);
      return Math.max(1, Math.ceil(gate.state.msBeforeNext / 1000));
    },
    /** What was counted last was no mistake. `reopen`: the next need not wait for it either. */
    async withdraw(key: string, reopen: boolean): Promise<void> {
      await Promise.all([mistakes.reward(key), ...(reopen ? [gates.delete(key)] : [])]);
    },
    async forget(key: string): Promise<void> {
      await Promise.all([mistakes.delete(key), gates.delete(key)]);
    },
  };
}
