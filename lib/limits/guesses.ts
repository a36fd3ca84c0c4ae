import { makeLimiter } from "./make-limiter.ts";
import { takeOrWait } from "./take.ts";

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
  limiter ??= makeLimiter({ name: "guesses", points: GUESSES, seconds: WINDOW_SECONDS });
  return takeOrWait(limiter, address);
}
