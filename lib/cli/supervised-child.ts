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
  line(text: string): void;
  started(pid: number): void;
  /** It ended without being asked to; the next start is `waitMs` away. */
  failed(how: string, waitMs: number): void;
};

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
    const running = spawn(process.execPath, [join(PROJECT_ROOT, "lib/cli/main.ts"), ...args], {
      cwd: PROJECT_ROOT,
      env: environment,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true,
      windowsHide: true,
    });
    child = running;
    for (const stream of [running.stdout, running.stderr]) {
      if (stream) createInterface({ input: stream }).on("line", watcher.line);
    }
    running.once("error", (error) => watcher.line(`could not be started: ${error.message}`));
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
      watcher.failed(signal ? `killed by ${signal}` : `exit code ${code}`, waitMs);
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
      const ended = new Promise((resolve) => running.once("close", resolve));
      running.kill("SIGTERM");
      const hard = setTimeout(() => running.kill("SIGKILL"), limitMs);
      await ended;
      clearTimeout(hard);
    },
  };
}
