import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import { env } from "../env.ts";
import { impatiently } from "./impatient.ts";
import { redis } from "./redis.ts";

export type LimiterOptions = {
  /** Tells one limiter's counts from another's. */
  name: string;
  /** Before RATE_LIMIT_FACTOR, which multiplies every limit. */
  points: number;
  seconds: number;
};

/**
 * Counts in Redis where one is configured, so that all web processes count together, else in this process. Without an answer
 * from Redis it is counted here as well: a limit must never be what stops an interview.
 */
export function makeLimiter({ name, points, seconds }: LimiterOptions): RateLimiterAbstract {
  const { redisUrl, rateLimitFactor } = env();
  const options = { keyPrefix: `talentflow:${name}`, points: Math.ceil(points * rateLimitFactor), duration: seconds };
  const memory = new RateLimiterMemory(options);
  if (!redisUrl) return memory;
  return new RateLimiterRedis({
    ...options,
    storeClient: impatiently(redis(redisUrl)),
    useRedisPackage: true,
    insuranceLimiter: memory,
  });
}
