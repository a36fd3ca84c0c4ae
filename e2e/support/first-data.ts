import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Names the data folder as a first start left it, for the processes of one test run. */
const NAME = "TALENTFLOW_TEST_FIRST_DATA";

/** From now on every new server of this run goes on from a copy of this folder: making a cluster and its tables takes longer than most tests. */
export function startFrom(dataDir: string): void {
  process.env[NAME] = dataDir;
}

/** A data folder for a new server. */
export async function newDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "talentflow-e2e-"));
  const first = process.env[NAME];
  // The database's files belong to an account of its own, which a copy must keep.
  if (first) await promisify(execFile)("cp", ["-a", `${first}/.`, dataDir]);
  return dataDir;
}
