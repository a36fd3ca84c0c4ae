import { readFileSync } from "node:fs";

/** Clock ticks per second, as Linux counts CPU time for programs. */
const TICKS = 100;

export type Usage = { cpuSeconds: number; residentBytes: number };

/** What a process has used so far (Linux: /proc). */
export function usageOf(pid: number): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN);
  return { cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS, residentBytes: kilobytes * 1024 };
}

/** The most memory a process has held since it began (Linux: /proc); `ru_maxrss` would count its parent's too. */
export function peakBytesOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) * 1024;
}
