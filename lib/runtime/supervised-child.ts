import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { nextWaitMs } from "./backoff.ts";
import { PROJECT_ROOT } from "./project-root.ts";

export type SupervisedChild = {
  /** How often it ended without being asked to. */
  failures(): number;
  /** Ends this one politely and starts it again with the code as it is now. */
  renew(): void;
  /** Asks it to finish, and ends it hard when that takes longer than `limitMs`. */
  stop(limitMs: number): Promise<void>;
};

type Watcher = {
  line(text: string, from: "stdout" | "stderr"): void;
  started(pid: number): void;
  /** It ended without being asked to; the next start is `waitMs` away. `how` is for a person. */
  failed(how: string, waitMs: number): void;
};

/** The line of an uncaught error that says what it is; those around it show code and frames. */
const ERROR_LINE = /^(Uncaught )?\w*Error\b.*:/;

/** What a process has written before it ended is read within this. */
const LAST_LINES_MS = 300;

/**
 * V8 lets its space for new objects grow with what streams through. With half of that a hundred uploads at once took 3.2 MiB each
 * instead of 4.2 (`npm run bench recording upload`).
 */
const NODE_FLAGS = ["--max-semi-space-size=16"];

/**
 * Keeps `node lib/cli/main.ts <args>` running until told to stop. It gets a channel to this process that closes when
 * this process dies, and its own process group, so that Ctrl-C in a terminal reaches it only through us, in order.
 */
export function superviseChild(args: string[], environment: NodeJS.ProcessEnv, watcher: Watcher): SupervisedChild {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = 0;
  let failures = 0;
  let stopping = false;
  let renewing = false;

  function launch() {
    const startedAt = Date.now();
    const running = spawn(process.execPath, [...NODE_FLAGS, join(PROJECT_ROOT, "lib/cli/main.ts"), ...args], {
      cwd: PROJECT_ROOT,
      env: environment,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true,
      windowsHide: true,
    });
    child = running;
    let lastError = "";
    for (const from of ["stdout", "stderr"] as const) {
      const input = running[from];
      if (!input) continue;
      createInterface({ input }).on("line", (text) => {
        watcher.line(text, from);
        if (from === "stderr" && ERROR_LINE.test(text)) lastError = `: ${text}`;
      });
    }
    running.once("error", (error) => watcher.line(`could not be started: ${error.message}`, "stderr"));
    running.once("close", (code, signal) => {
      child = undefined;
      if (stopping) return;
      if (renewing) {
        renewing = false;
        launch();
        return;
      }
      failures += 1;
      waitMs = nextWaitMs(waitMs, Date.now() - startedAt);
      watcher.failed(signal ? `killed by ${signal}` : `exit code ${code}${lastError}`, waitMs);
      timer = setTimeout(launch, waitMs);
    });
    if (running.pid) watcher.started(running.pid);
  }

  launch();
  return {
    failures: () => failures,
    renew() {
      if (!child || renewing) return;
      renewing = true;
      child.kill("SIGTERM");
    },
    async stop(limitMs) {
      stopping = true;
      clearTimeout(timer);
      const running = child;
      if (!running) return;
      const ended = new Promise((resolve) => {
        running.once("close", resolve);
        // Whatever it started may hold its output open: that is no reason to wait.
        running.once("exit", () => setTimeout(resolve, LAST_LINES_MS));
      });
      running.kill("SIGTERM");
      const hard = setTimeout(() => running.kill("SIGKILL"), limitMs);
      await ended;
      clearTimeout(hard);
    },
  };
}
