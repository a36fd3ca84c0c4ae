import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CliError } from "./cli-error.ts";
import { createExclusively, type Holder, holder, runs } from "./file-lock.ts";
import { signal, waitUntil } from "./processes.ts";

type Run = { supervisor: Holder; children: Record<string, Holder> };

/** `run.json` in the data folder: who runs on it. One supervisor at a time holds it. */
export type RunFile = {
  /** Notes a child, so that a later start can find it should this process be killed. */
  note(name: string, pid: number): void;
  release(): void;
};

const ORPHAN_LIMIT_MS = 9_000; // a web process without a parent finishes its requests first

/**
 * Takes the data folder for this process and waits for the children of a killed predecessor to be gone.
 *
 * @throws CliError when another supervisor runs on it
 */
export async function claimDataDir(dataDir: string): Promise<RunFile> {
  const file = join(dataDir, "run.json");
  const run = take(dataDir, file);
  await Promise.all(Object.values(run.children).map(endOrphan));
  run.children = {};
  return {
    note(name, pid) {
      run.children[name] = holder(pid);
      writeFileSync(`${file}.new`, JSON.stringify(run), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** Puts our name on the folder, unless somebody living holds it. The children of a dead holder come along. */
function take(dataDir: string, file: string): Run {
  const found = readRun(file);
  if (found && runs(found.supervisor)) throw alreadyRunning(dataDir, found);
  rmSync(file, { force: true });
  const run = { supervisor: holder(process.pid), children: found?.children ?? {} };
  if (!createExclusively(file, JSON.stringify(run))) throw alreadyRunning(dataDir, readRun(file));
  return run;
}

function alreadyRunning(dataDir: string, run: Run | null): CliError {
  const who = run ? `process ${run.supervisor.pid}` : "just started";
  return new CliError(
    `TalentFlow already runs on ${dataDir} (${who}). Stop it, or choose another folder with DATA_DIR.`,
  );
}

function readRun(file: string): Run | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Run;
  } catch {
    return null; // absent, or cut short by a crash: either way it names nobody
  }
}

async function endOrphan(child: Holder): Promise<void> {
  const gone = () => !runs(child);
  if (gone()) return;
  signal(child.pid, "SIGTERM");
  if (await waitUntil(gone, ORPHAN_LIMIT_MS)) return;
  signal(child.pid, "SIGKILL");
  await waitUntil(gone, 1_000);
}
