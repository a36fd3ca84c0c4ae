import { countedAddress } from "./counted-address.ts";
import { makeLimiter } from "./make-limiter.ts";
import { takeOrWait } from "./take.ts";

/** Wrong keys, tokens and ids that a stranger may send within the window before they are told to wait. */
const GUESSES = 100;
/** Whoever has proved who they are may ask for much that is gone: a program that follows its own old list does. */
const GUESSES_OF_KNOWN = 10 * GUESSES;
const WINDOW_SECONDS = 300;

type Limiter = ReturnType<typeof makeLimiter>;
let strangers: Limiter | undefined;
let known: Limiter | undefined;

/**
 * Counts a credential or an id that fits nothing, for the address it came from. Right ones are never held up: many candidates may
 * share the address of somebody who guesses, and a right guess of 122 random bits does not happen. So it can only be counted once
 * it was looked up; what has not even the form of one costs no query.
 * @returns seconds to wait; 0: not too many yet
 */
export async function countGuess(address: string): Promise<number> {
  strangers ??= makeLimiter({ name: "guesses", points: GUESSES, seconds: WINDOW_SECONDS });
  return takeOrWait(strangers, countedAddress(address));
}

/**
 * The same for somebody whose key or sign-in is valid: counted for them alone, so that neither those at their address nor they
 * pay for each other.
 * @param caller the key or the user
 */
export async function countGuessOf(caller: string): Promise<number> {
  known ??= makeLimiter({ name: "guesses-known", points: GUESSES_OF_KNOWN, seconds: WINDOW_SECONDS });
  return takeOrWait(known, caller);
}
