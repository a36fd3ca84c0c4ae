/** `points` requests in `seconds`, counted for each caller (API key, user, else address) or for each interview session. */
export type RateLimit = { points: number; seconds: number; per: "caller" | "session" };

/**
 * How often each class of routes may be asked. An interview in progress has a class of its own, counted for its session
 * alone and far above what a room sends: thirty minutes kept offline come back at some dozen parts a second.
 */
export const RATE_LIMITS = {
  interview: { points: 6_000, seconds: 60, per: "session" },
  /** Opening links: a class that sits an interview together shares one address. */
  start: { points: 300, seconds: 60, per: "caller" },
  read: { points: 1_200, seconds: 60, per: "caller" },
  /** Players ask for many ranges. */
  media: { points: 3_000, seconds: 60, per: "caller" },
  write: { points: 300, seconds: 60, per: "caller" },
  /** One request that does the work of many. */
  heavy: { points: 30, seconds: 60, per: "caller" },
} as const satisfies Record<string, RateLimit>;

export type RateLimitClass = keyof typeof RATE_LIMITS;
