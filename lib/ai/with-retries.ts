import { setTimeout as delay } from "node:timers/promises";
import type { Failure } from "./provider-failure.ts";
import { TryTimedOut } from "./provider-failure.ts";

/** Time and chance, so that tests need neither. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
  /** From 0 to below 1. */
  random(): number;
};

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => delay(ms, undefined, { signal }),
  random: () => Math.random(),
};

/** An endpoint that wants to be left alone for longer is not waited for: a person would rather know. */
export const LONGEST_WAIT_MS = 60_000;

const FIRST_WAIT_MS = 500;
const LONGEST_OWN_WAIT_MS = 20_000;

export type Patience = {
  timeoutMs: number;
  maxRetries: number;
  clock: Clock;
  signal: AbortSignal | undefined;
  /** Counted up with each try after the first; several tasks may share one budget. */
  retries: number;
};

/**
 * Tries until it succeeds, cannot succeed, or patience ends. Waits as long as the endpoint asks, else twice as long each time, half of it by
 * chance, so that callers that failed together do not come back together.
 *
 * @param attempt is given a signal that ends it after the time for one try
 * @throws the last error as it was; the caller's own reason when its signal ended it
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ ("equal jitter")
 */
export async function withRetries<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  failureOf: (error: unknown) => Failure,
  patience: Patience,
): Promise<T> {
  for (let tries = 0, wasOnce = false; ; tries++) {
    try {
      return await withinTime(attempt, patience);
    } catch (error) {
      patience.signal?.throwIfAborted();
      const { retry, retryAfterMs } = failureOf(error);
      if (!retry || (retry === "once" && wasOnce) || patience.retries >= patience.maxRetries) throw error;
      wasOnce ||= retry === "once";
      if (retryAfterMs !== null && retryAfterMs > LONGEST_WAIT_MS) throw error;
      patience.retries++;
      await pause(waitMs(tries, retryAfterMs, patience.clock), patience);
    }
  }
}

function waitMs(tries: number, retryAfterMs: number | null, clock: Clock): number {
  if (retryAfterMs !== null) return retryAfterMs + clock.random() * FIRST_WAIT_MS;
  const full = Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_OWN_WAIT_MS);
  return full / 2 + (clock.random() * full) / 2;
}

async function pause(ms: number, { clock, signal }: Patience): Promise<void> {
  try {
    await clock.sleep(ms, signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

async function withinTime<T>(attempt: (signal: AbortSignal) => Promise<T>, patience: Patience): Promise<T> {
  patience.signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(patience.timeoutMs);
  try {
    return await attempt(patience.signal ? AbortSignal.any([patience.signal, timeout]) : timeout);
  } catch (error) {
    if (timeout.aborted) throw new TryTimedOut(`no answer within ${patience.timeoutMs} ms`, { cause: error });
    throw error;
  }
}
