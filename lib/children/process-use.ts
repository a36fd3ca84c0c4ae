import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

export type ProcessUse = { cpuSeconds: number; residentMib: number };

/** How Linux counts CPU time for programs: in hundredths of a second (`getconf CLK_TCK`). */
const TICKS = 100;
const run = promisify(execFile);

/** What a process uses now, or null where it is gone or this system does not say. */
export async function measureUse(pid: number): Promise<ProcessUse | null> {
  if (process.platform === "win32") return null;
  return (process.platform === "linux" ? fromProc(pid) : fromPs(pid)).catch(() => null); // it is gone
}

async function fromProc(pid: number): Promise<ProcessUse> {
  const [stat, status] = await Promise.all([
    readFile(`/proc/${pid}/stat`, "utf8"),
    readFile(`/proc/${pid}/status`, "utf8"),
  ]);
  // The second field is the program's name in parentheses and may hold anything; 14 and 15 are its CPU time.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const kibibytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  return { cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS, residentMib: kibibytes / 1024 };
}

async function fromPs(pid: number): Promise<ProcessUse> {
  const { stdout } = await run("ps", ["-o", "time=,rss=", "-p", String(pid)]);
  const [time = "", kibibytes] = stdout.trim().split(/\s+/);
  return { cpuSeconds: secondsOf(time), residentMib: Number(kibibytes) / 1024 };
}

/** `[[days-]hours:]minutes:seconds` */
function secondsOf(time: string): number {
  const [clock = "", days = "0"] = time.split("-").reverse();
  return clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
}
