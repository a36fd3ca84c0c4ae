import { parentPort, workerData } from "node:worker_threads";
import type { ChildLimits } from "./child-limits.ts";

/*
 * A thread beside the one that works: it still runs when that one spins. It ends the process when its limits are passed or whoever
 * started it is gone, on systems too whose kernel would not.
 */

const LOOK_EVERY_MS = 250;
const MIB = 1024 ** 2;
/** `parent`: id of the process that started this one. */
export type GuardData = Pick<ChildLimits, "cpuSeconds" | "residentMib"> & { parent: number };

const { cpuSeconds, residentMib, parent } = workerData as GuardData;

setInterval(() => {
  const { user, system } = process.cpuUsage(); // of all threads
  if (process.ppid !== parent) end("SIGKILL");
  else if ((user + system) / 1e6 > cpuSeconds) end("SIGXCPU");
  else if (process.memoryUsage.rss() / MIB > residentMib) end("SIGABRT");
}, LOOK_EVERY_MS);

/** The process leads a group of its own: what it has started ends with it. */
function end(signal: NodeJS.Signals): void {
  if (process.platform === "win32") process.kill(process.pid);
  else process.kill(-process.pid, signal);
}

parentPort?.postMessage("watching");
