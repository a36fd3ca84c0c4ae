import { setTimeout as delay } from "node:timers/promises";

/** What a promise brings, if it does so in time; undefined otherwise, and the promise goes on. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  const done = new AbortController();
  const late = delay(ms, undefined, { signal: done.signal }).catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    done.abort();
  }
}
