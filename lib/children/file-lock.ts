import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { identityOf, isAlive } from "./processes.ts";

/** A process and what tells it apart from a later one that is given the same id. */
export type Holder = { pid: number; identity: string | null };

export function holder(pid: number): Holder {
  return { pid, identity: identityOf(pid) };
}

/** Whether that very process still runs. */
export function runs({ pid, identity }: Holder): boolean {
  return identity === null ? isAlive(pid) : identityOf(pid) === identity;
}

/**
 * Creates `file` with this content unless it exists.
 *
 * @returns false when it exists
 */
export function createExclusively(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file); // unlike a rename it fails when somebody was faster, and the content is there at once
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Does `work` while no other process of this machine does, waiting for its turn. The lock of a dead process is void.
 * @param signal ends the waiting; what was begun is not ended
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  while (!createExclusively(file, JSON.stringify(holder(process.pid)))) {
    const other = readHolder(file);
    if (other && runs(other)) await delay(100, undefined, { signal });
    else rmSync(file, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null; // released between our try and our look
  }
}
