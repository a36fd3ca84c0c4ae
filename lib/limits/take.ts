import { type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";

/**
 * Counts one for this key. The library throws what it counted when it was one too many; an error of another kind is one.
 * @param seconds the window that begins with it where there is none, if not the limiter's own
 */
export async function take(
  limiter: RateLimiterAbstract,
  key: string,
  seconds?: number,
): Promise<{ state: RateLimiterRes; exceeded: boolean }> {
  return limiter.consume(key, 1, seconds === undefined ? {} : { customDuration: seconds }).then(
    (state) => ({ state, exceeded: false }),
    (over) => {
      if (over instanceof RateLimiterRes) return { state: over, exceeded: true };
      throw over;
    },
  );
}

/** Counts one for this key. @returns seconds to wait; 0: not too many yet */
export async function takeOrWait(limiter: RateLimiterAbstract, key: string): Promise<number> {
  const { state, exceeded } = await take(limiter, key);
  return exceeded ? Math.ceil(state.msBeforeNext / 1000) : 0;
}
