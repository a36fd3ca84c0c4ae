import { setTimeout as delay } from "node:timers/promises";
import { nextWaitMs } from "../backoff.ts";
import { type Postgres, startPostgres } from "./embedded-postgres.ts";

export type SupervisedPostgres = {
  /** The same for as long as this supervisor lives, so that clients may simply try again. */
  url: string;
  /** As the application: no superuser. */
  appUrl: string;
  stop(limitMs: number): Promise<void>;
};

/**
 * Keeps the embedded PostgreSQL running until told to stop, always on the port it first took.
 *
 * @param failed told when it ended by itself, or could not be started again, and how long the next try is away
 */
export async function supervisePostgres(
  dataDir: string,
  logDir: string,
  failed: (reason: string, waitMs: number) => void,
): Promise<SupervisedPostgres> {
  const stopping = new AbortController();
  const first = await startPostgres(dataDir, { logDir });
  let current: Postgres | undefined = first;

  async function keep() {
    let waitMs = 0;
    let startedAt = Date.now();
    while (current) {
      await current.exited;
      current = undefined;
      let reason = "it ended unexpectedly";
      while (!current && !stopping.signal.aborted) {
        waitMs = nextWaitMs(waitMs, Date.now() - startedAt);
        failed(reason, waitMs);
        await delay(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined); // asked to stop meanwhile
        if (stopping.signal.aborted) return;
        startedAt = Date.now();
        try {
          current = await startPostgres(dataDir, { logDir, port: first.port });
        } catch (error) {
          reason = error instanceof Error ? error.message : String(error);
        }
      }
    }
  }

  const kept = keep();
  return {
    url: first.url,
    appUrl: first.appUrl,
    async stop(limitMs) {
      stopping.abort();
      await current?.stop(limitMs);
      await kept;
      await current?.stop(limitMs); // one that was just starting
    },
  };
}
