import { ClientError, NetworkError } from "./fetch-json.ts";

/** The first wait and the longest one. */
export type Backoff = { minMs: number; maxMs: number };

export const PATIENT: Backoff = { minMs: 500, maxMs: 30_000 };

/** Whether the same request may succeed later without anybody changing it. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NetworkError) return true;
  return error instanceof ClientError && (error.status >= 500 || error.status === 429 || error.status === 408);
}

/**
 * How long to wait before trying again, in milliseconds. The wait doubles with every failure and is spread over its
 * upper half, so that the candidates of one outage do not come back in the same instant. A server that says when is
 * taken at its word.
 * @param failures how many attempts have failed before this one, from 0
 * @param random 0 ≤ x < 1
 */
export function retryDelayMs(
  failures: number,
  error: unknown,
  { minMs, maxMs }: Backoff = PATIENT,
  random: () => number = Math.random,
): number {
  const ceiling = Math.min(maxMs, minMs * 2 ** Math.min(failures, 20));
  const spread = ceiling * (0.5 + random() / 2);
  const asked = error instanceof ClientError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
  return Math.max(spread, asked);
}
