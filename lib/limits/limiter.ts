import type { RateLimiterAbstract } from "rate-limiter-flexible";
import { RATE_LIMITS, type RateLimitClass } from "../domain/rate-limits.ts";
import { makeLimiter } from "./make-limiter.ts";
import { take } from "./take.ts";

/** How a caller stands after a request: `remaining` requests in the next `resetSeconds`. */
export type LimitState = {
  class: RateLimitClass;
  points: number;
  windowSeconds: number;
  remaining: number;
  resetSeconds: number;
  exceeded: boolean;
};

const limiters = new Map<RateLimitClass, RateLimiterAbstract>();

/** Counts one request of this class for this key (a caller or a session). */
export async function consume(limitClass: RateLimitClass, key: string): Promise<LimitState> {
  const limiter = limiterOf(limitClass);
  const { state, exceeded } = await take(limiter, key);
  return {
    class: limitClass,
    points: limiter.points,
    windowSeconds: limiter.duration,
    remaining: Math.max(0, state.remainingPoints),
    resetSeconds: Math.ceil(state.msBeforeNext / 1000),
    exceeded,
  };
}

function limiterOf(limitClass: RateLimitClass): RateLimiterAbstract {
  const known = limiters.get(limitClass);
  if (known) return known;
  const { points, seconds } = RATE_LIMITS[limitClass];
  const limiter = makeLimiter({ name: limitClass, points, seconds });
  limiters.set(limitClass, limiter);
  return limiter;
}
