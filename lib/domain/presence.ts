/** How long a candidate may be silent, and what silence means. */

/** A page that records says so this often, and nothing that comes oftener is written down. */
export const SIGN_OF_LIFE_EVERY_MS = 5_000;

/** From here on recruiters see the interview as interrupted. */
export const INTERRUPTED_AFTER_MS = 60_000;

/** From here on what has arrived so far is made into a provisional recording and analysis. */
export const PROVISIONAL_AFTER_MS = 10 * 60_000;

/** A silent session whose invitation has been over for this long is ended for the candidate. */
export const ABANDONED_AFTER_MS = 60 * 60_000;
