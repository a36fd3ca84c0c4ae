import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createExclusively, type Holder, holder, runs } from "../children/file-lock.ts";
import { signal, waitUntil } from "../children/processes.ts";
import { CliError } from "./cli-error.ts";

type Run = { supervisor: Holder; children: Record<string, Holder>; stopping: boolean };

/** `run.json` in the data folder: who runs on it. One supervisor at a time holds it. */
export type RunFile = {
  /** Notes a child, so that a later start can find it should this process be killed. */
  note(name: string, pid: number): void;
  /** Notes that we are about to end, so that a start that comes too early waits for it. */
  leaving(): void;
  release(): void;
};

const ORPHAN_LIMIT_MS = 9_000; // a web process without a parent finishes its requests first
const STOPPING_LIMIT_MS = 12_000;
const GRACE_MS = 2_000; // whoever sent the signal may have been told of the end before the holder heard of it

/**
 * Takes the data folder for this process and waits for the children of a killed predecessor to be gone.
 *
 * @throws CliError when another supervisor runs on it
 */
export async function claimDataDir(dataDir: string): Promise<RunFile> {
  const file = join(dataDir, "run.json");
  await waitForLeaver(file);
  const run = take(dataDir, file);
  let released = false;
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify(run), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  await Promise.all(Object.values(run.children).map(endOrphan));
  run.children = {};
  save();
  return {
    note(name, pid) {
      run.children[name] = holder(pid);
      save();
    },
    leaving() {
      run.stopping = true;
      if (!released) save();
    },
    release() {
      released = true;
      rmSync(file, { force: true });
    },
  };
}

/** Gives a holder that is about to end the time for it. */
async function waitForLeaver(file: string): Promise<void> {
  const held = () => {
    const found = readRun(file);
    return found !== null && runs(found.supervisor) ? found : null;
  };
  await waitUntil(() => held()?.stopping !== false, GRACE_MS);
  if (held()?.stopping) await waitUntil(() => !held(), STOPPING_LIMIT_MS);
}

/** Puts our name on the folder, unless somebody living holds it. The children of a dead holder come along. */
function take(dataDir: string, file: string): Run {
  const found = readRun(file);
  if (found && runs(found.supervisor)) throw alreadyRunning(dataDir, found);
  rmSync(file, { force: true });
  const run = { supervisor: holder(process.pid), children: found?.children ?? {}, stopping: false };
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
