import { RateLimiterRes } from "rate-limiter-flexible";
import { env } from "../env.ts";
import { makeLimiter } from "./make-limiter.ts";

/** Wrong keys, tokens and session ids that one address may send within the window before it is told to wait. */
const GUESSES = 100;
const WINDOW_SECONDS = 300;

let limiter: ReturnType<typeof makeLimiter> | undefined;

/**
 * Counts a credential that fits nothing. Right ones are never held up: many candidates may share the address of somebody
 * who guesses, and a right guess of 122 random bits does not happen.
 * @returns seconds to wait; 0: not too many yet
 */
export async function countGuess(address: string): Promise<number> {
  limiter ??= makeLimiter({
    name: "guesses",
    points: Math.ceil(GUESSES * env().rateLimitFactor),
    seconds: WINDOW_SECONDS,
  });
  return limiter.consume(address).then(
    () => 0,
    (over) => {
      if (over instanceof RateLimiterRes) return Math.ceil(over.msBeforeNext / 1000);
      throw over;
    },
  );
}
