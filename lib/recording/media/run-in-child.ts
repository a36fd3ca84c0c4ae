import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { event, type Happened } from "../../words/happened.ts";
import { confined } from "./confined-command.ts";
import { JoinError } from "./join-error.ts";
import { limitsFor, type MediaLimits, type MediaSize } from "./media-limits.ts";
import type { MediaArgs, MediaMessage, MediaReply, MediaRequest, MediaResult, MediaTask } from "./media-tasks.ts";
import { measureUse } from "./process-use.ts";

const CHILD = fileURLToPath(new URL("./media-child.ts", import.meta.url));
const LOOK_EVERY_MS = 500;
/** Ended by somebody who did not mean the recording: by a person, a test, a machine that shuts down or has no memory left. */
const FROM_OUTSIDE = ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"];

/** Those that run now. */
const running = new Set<ChildProcess>();

/**
 * Does a task on media in a process of its own: the caller stays responsive, and a crash in there is an error out here. It is given neither
 * secrets nor the database, since it reads what strangers sent, and a limit of CPU time and memory that is held from outside its own loop.
 * It ends with its parent, however that ends.
 *
 * @param size what it has to read: the limits are made of it
 * @throws JoinError as the task does, or `limit_reached` or `reader_ended`: then trying again is of no use; the disk's errors with their
 * code; an Error when the process was ended from outside
 */
export async function runInChild<T extends MediaTask>(
  task: T,
  size: MediaSize,
  ...args: MediaArgs<T>
): Promise<MediaResult<T>> {
  return runWithin(limitsFor(size), task, ...args);
}

/** The same within other limits than those of its size. */
export async function runWithin<T extends MediaTask>(
  limits: MediaLimits,
  task: T,
  ...args: MediaArgs<T>
): Promise<MediaResult<T>> {
  const reply = await ask({ task, args, limits, parent: process.pid } as MediaRequest);
  if ("error" in reply) throw revive(reply.error);
  return reply.result as MediaResult<T>;
}

/** Ends every one that runs: who waits for it gets an error and may try again later. */
export function endMediaChildren(): void {
  for (const child of running) end(child);
}

function ask(request: MediaRequest): Promise<MediaReply> {
  const child = start(request.limits);
  running.add(child);
  return new Promise<MediaReply>((resolve, reject) => {
    let segment: number | null = null;
    let passed: Limit | null = null;
    const refuse = (told: Happened) => reject(new JoinError(told, segment));
    const watching = watch(child, request.limits, (what) => {
      passed = what;
      end(child);
    });
    child.on("message", (message: MediaMessage) => {
      if ("progress" in message) segment = message.progress.segment;
      else resolve(message);
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearInterval(watching);
      running.delete(child);
      // What it said before it ended may still be on its way.
      const ended = () => settle(code, signal);
      if (child.connected) child.once("disconnect", ended);
      else ended();
    });
    const settle = (code: number | null, signal: NodeJS.Signals | null) => {
      const reason = passed ?? limitBehind(signal);
      if (reason === "time")
        reject(new Error("The media process waited too long, and was ended.")); // the disk, not the media
      else if (reason) refuse(event("recording_limit_reached", { limit: reason }));
      else if (signal && FROM_OUTSIDE.includes(signal)) reject(new Error(`The media process ended early (${signal}).`));
      else refuse(event("recording_reader_ended", { how: signal ?? String(code) }));
    };
    tell(child, request, () => {
      refuse(event("recording_reader_ended:not_told"));
      end(child);
    });
  });
}

function start({ cpuSeconds, heapMib }: MediaLimits): ChildProcess {
  const node = { file: process.execPath, args: [`--max-old-space-size=${heapMib}`, CHILD] };
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
function tell(child: ChildProcess, request: MediaRequest, failed: () => void): void {
  try {
    child.send(request, (error) => {
      if (error) failed();
    });
  } catch {
    failed(); // too long to be written down at all
  }
}

type Limit = "computing_time" | "memory" | "time";

/** Looks at it from outside, where the kernel's word may be missing. @param passed is told which limit */
function watch(child: ChildProcess, limits: MediaLimits, passed: (what: Limit) => void): NodeJS.Timeout {
  const deadline = performance.now() + limits.wallMs;
  const look = async () => {
    const use = child.pid === undefined ? null : await measureUse(child.pid);
    if (use && use.cpuSeconds > limits.cpuSeconds) passed("computing_time");
    else if (use && use.residentMib > limits.residentMib) passed("memory");
    else if (performance.now() > deadline) passed("time");
  };
  return setInterval(() => void look(), LOOK_EVERY_MS);
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

function revive({ name, message, code, told }: Extract<MediaReply, { error: unknown }>["error"]): Error {
  if (told) return new JoinError(told);
  return Object.assign(new Error(message), { name }, code === null ? {} : { code });
}
