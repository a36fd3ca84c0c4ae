const FIRST_MS = 500;
const LONGEST_MS = 15_000;
const LONG_LIFE_MS = 60_000;

/**
 * How long to wait before starting something again that ended by itself: half a second, doubling up to fifteen.
 *
 * @param previousMs the last wait; 0 when there was none
 * @param livedMs how long it ran this time: after a minute its past is forgiven
 */
export function nextWaitMs(previousMs: number, livedMs: number): number {
  if (previousMs === 0 || livedMs >= LONG_LIFE_MS) return FIRST_MS;
  return Math.min(previousMs * 2, LONGEST_MS);
}
