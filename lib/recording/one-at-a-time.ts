import { randomUUID } from "node:crypto";
import { db } from "../db/client.ts";
import * as leases from "../db/finalize-leases.ts";
import { describeError, logger } from "../logger.ts";

const KEEP_EVERY_MS = (leases.LEASE_SECONDS * 1000) / 4;

/**
 * Does something with a session's recording that nobody else does at the same time, whatever the number of workers.
 *
 * @returns false when somebody else is at it: then nothing was done
 */
export async function oneAtATime(sessionId: string, work: () => Promise<void>): Promise<boolean> {
  const by = randomUUID();
  if (!(await leases.take(db(), sessionId, by))) return false;
  const keep = () =>
    leases.keep(db(), sessionId, by).catch((error) => logger.warn(describeError(error), "a lease could not be kept"));
  const keeping = setInterval(() => void keep(), KEEP_EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(keeping);
    await leases.release(db(), sessionId, by);
  }
  return true;
}
