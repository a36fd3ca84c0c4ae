import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/* Looking at other processes of this machine: Linux answers from /proc, other systems through `ps`. */

/** Whether some process holds this id, even one that has ended and was not yet collected by its parent. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether a process with this id runs, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  return isTaken(pid) && (process.platform !== "linux" || identityOf(pid) !== null);
}

/**
 * Tells a process apart from a later one that was given the same id: when it began, counted from which boot.
 * Null when there is none, or when this system does not say.
 */
export function identityOf(pid: number): string | null {
  if (process.platform !== "linux") return ps(pid, "lstart=");
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in parentheses and may hold anything; the 22nd is the start time.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return null; // ended, only not yet collected
    return `${boot}/${fields[19]}`;
  } catch {
    return null; // no such process
  }
}

/** The command line of a process, or null when there is none or this system does not say. */
export function commandOf(pid: number): string | null {
  if (process.platform !== "linux") return ps(pid, "command=");
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || null;
  } catch {
    return null; // no such process
  }
}

function ps(pid: number, column: string): string | null {
  if (process.platform === "win32") return null;
  try {
    const line = execFileSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8", stdio: "pipe" });
    return line.trim() || null;
  } catch {
    return null; // `ps` fails when there is no such process
  }
}

/** Sends a signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Looks again and again until `ended()`; false when that took longer than `limitMs`. */
export async function waitUntil(ended: () => boolean, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (!ended()) {
    if (Date.now() > deadline) return false;
    await delay(25);
  }
  return true;
}
