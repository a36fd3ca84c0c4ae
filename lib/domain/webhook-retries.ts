const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * How long to wait before each try of a delivery, the first being immediate. The schedule that the Standard Webhooks
 * specification 1.0.0 gives as its example ("Deliverability and reliability"): the last try comes three days, three and a half hours later.
 */
export const RETRY_DELAYS_MS: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** The same specification asks for jitter: up to this share of a wait is added to it. */
const JITTER = 0.1;

/** A receiver that asks to be left alone (Retry-After) is obeyed so far. */
const LONGEST_ASKED_MS = 24 * HOUR;

/**
 * @param tries how many have failed, 1 or more
 * @param askedSeconds the receiver's Retry-After, where it sent one
 * @param random 0 up to 1
 * @returns how long to wait for the next try, or null when there is none
 */
export function nextDelayMs(tries: number, askedSeconds: number | null, random = Math.random()): number | null {
  const delay = RETRY_DELAYS_MS[tries];
  if (delay === undefined) return null;
  const asked = Math.min((askedSeconds ?? 0) * SECOND, LONGEST_ASKED_MS);
  return Math.round(Math.max(delay * (1 + JITTER * random), asked));
}
