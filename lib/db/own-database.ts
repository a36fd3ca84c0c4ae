import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "../env.ts";

/** Line of the port in PostgreSQL's lock file, from 0. */
const PORT_LINE = 3;

/**
 * The folder of the database, where that is the embedded one and so lies on this machine's disk.
 * @returns null for a database of somebody else's: its disk is not ours to look at
 */
export async function ownDatabaseFolder(): Promise<string | null> {
  const { database, dataDir } = env();
  if (database.kind === "embedded") return null; // nobody has started it
  const folder = join(dataDir, "postgres");
  const lock = await readFile(join(folder, "postmaster.pid"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "EACCES") return "";
    throw error;
  });
  const { hostname, port } = new URL(database.url);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return isHere && lock.split("\n")[PORT_LINE]?.trim() === port ? folder : null;
}
