import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type ChildEnd, ChildEnded, type Limit } from "./child-ended.ts";
import type { ChildLimits } from "./child-limits.ts";
import { confined } from "./confined-command.ts";
import { measureUse } from "./process-use.ts";

const LOOK_EVERY_MS = 500;
/** Ended by somebody who did not mean the work: by a person, a test, a machine that shuts down or has no memory left. */
const FROM_OUTSIDE = ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"];

/** Those that run now. */
const running = new Map<ChildProcess, (why: Error) => void>();

type Asked<Progress> = {
  /** What it runs; it serves tasks (serve-tasks.ts). */
  script: URL;
  /** What to do, as it travels; the limits are given along. */
  request: object;
  limits: ChildLimits;
  /** Hears how far it is. */
  onProgress?: (progress: Progress) => void;
  /** Ends it; its own reason is thrown then. */
  signal?: AbortSignal | undefined;
};

/**
 * Has something done in a process of its own: the caller stays responsive, and a crash in there is an error out here. It is given neither
 * secrets nor the database, since it reads what strangers sent, and a limit of CPU time and memory that is held from outside its own loop.
 * It ends with its parent, however that ends.
 *
 * @throws ChildEnded when it ended without an answer; a system's error when it could not be started
 */
export async function askChild<Reply, Progress = never>(asked: Asked<Progress>): Promise<Reply> {
  const { script, limits, request, onProgress, signal: cancelled } = asked;
  cancelled?.throwIfAborted();
  const child = start(script, limits);
  return new Promise<Reply>((resolve, reject) => {
    let passed: Limit | null = null;
    const seen = { residentMib: 0 };
    const refuse = (how: ChildEnd) => reject(new ChildEnded(how, seen.residentMib));
    const watching = watch(child, limits, seen, (what) => {
      passed = what;
      end(child);
    });
    let stopped: { why: unknown } | null = null;
    const stop = (why: unknown) => {
      stopped ??= { why };
      end(child);
    };
    running.set(child, stop);
    const cancel = () => stop(cancelled?.reason);
    cancelled?.addEventListener("abort", cancel, { once: true });
    child.on("message", (message: Reply | { progress: Progress }) => {
      if (isProgress<Progress>(message)) onProgress?.(message.progress);
      else resolve(message);
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearInterval(watching);
      cancelled?.removeEventListener("abort", cancel);
      running.delete(child);
      // What it said before it ended may still be on its way.
      const ended = () => (stopped ? reject(stopped.why) : refuse(endOf(passed, code, signal)));
      if (child.connected) child.once("disconnect", ended);
      else ended();
    });
    tell(child, { ...request, limits, parent: process.pid }, () => {
      refuse({ kind: "not_told" });
      end(child);
    });
  });
}

/** Ends every one that runs: who waits for it gets an error that says nothing against the work, and may try again later. */
export function endChildren(): void {
  for (const stop of running.values())
    stop(new Error("A process was ended early (SIGKILL), with the one that had started it."));
}

function isProgress<Progress>(message: unknown): message is { progress: Progress } {
  return typeof message === "object" && message !== null && "progress" in message;
}

function start(script: URL, { cpuSeconds, heapMib }: ChildLimits): ChildProcess {
  const node = { file: process.execPath, args: [`--max-old-space-size=${heapMib}`, fileURLToPath(script)] };
  const { file, args } = confined(node, { cpuSeconds });
  const { PATH, NODE_ENV, NODE_COMPILE_CACHE } = process.env;
  return spawn(file, args, {
    env: { PATH, NODE_ENV, NODE_COMPILE_CACHE },
    // Not our own output: whoever waits for that to close would wait for a child as well.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    detached: true, // a group of its own, so that what it starts can be ended with it
    windowsHide: true,
  });
}

/** A message that cannot be written, or not to its end, must not leave a child waiting for it. */
function tell(child: ChildProcess, request: object, failed: () => void): void {
  try {
    child.send(request, (error) => {
      if (error) failed();
    });
  } catch {
    failed(); // too long to be written down at all
  }
}

/** Looks at it from outside, where the kernel's word may be missing. @param seen keeps the most memory @param passed is told which limit */
function watch(
  child: ChildProcess,
  limits: ChildLimits,
  seen: { residentMib: number },
  passed: (what: Limit) => void,
): NodeJS.Timeout {
  const deadline = performance.now() + limits.wallMs;
  const look = async () => {
    const use = child.pid === undefined ? null : await measureUse(child.pid);
    seen.residentMib = Math.max(seen.residentMib, use?.residentMib ?? 0);
    if (use && use.cpuSeconds > limits.cpuSeconds) passed("computing_time");
    else if (use && use.residentMib > limits.residentMib) passed("memory");
    else if (performance.now() > deadline) passed("time");
  };
  return setInterval(() => void look(), LOOK_EVERY_MS);
}

function endOf(passed: Limit | null, code: number | null, signal: NodeJS.Signals | null): ChildEnd {
  const limit = passed ?? limitBehind(signal);
  if (limit) return { kind: "limit", limit };
  if (signal && FROM_OUTSIDE.includes(signal)) return { kind: "signal", signal };
  return { kind: "broke", how: signal ?? String(code) };
}

/** Which limit a process ended of that nobody here has ended. V8 aborts when its heap is full, and our thread in there does the same. */
function limitBehind(signal: NodeJS.Signals | null): Limit | null {
  if (signal === "SIGXCPU") return "computing_time";
  return signal === "SIGABRT" ? "memory" : null;
}

/** With everything that it has started. */
function end(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL"); // it has ended, or has no group of its own yet
  }
}
