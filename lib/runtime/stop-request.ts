/*
 * When a process should end: by a signal, or because whoever started it is gone. A parent that is killed with no chance
 * to say so still closes the channel it opened to its child, so no child outlives its parent.
 */

/** Aborts at the first wish to stop; later ones change nothing, and none ends the process by itself. */
export function stopRequest(): AbortSignal {
  const controller = new AbortController();
  const ask = () => controller.abort();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, ask);
  if (process.channel) {
    process.once("disconnect", ask);
    process.channel.unref(); // listening alone must not keep the process up
  }
  return controller.signal;
}

/** Settles when `signal` aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

/**
 * Lets a process run until it is asked to stop, then ends it with code 0.
 *
 * @param stop finishes the work in hand; it has `limitMs` for that
 */
export async function runUntilStopped(stop: () => Promise<void>, limitMs: number): Promise<never> {
  const wake = setInterval(() => undefined, 60_000); // waiting for a signal alone does not keep Node up
  await aborted(stopRequest());
  clearInterval(wake);
  setTimeout(() => process.exit(0), limitMs);
  await stop();
  process.exit(0);
}
