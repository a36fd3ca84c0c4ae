import { chmod, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { OWN_FOLDER } from "./durable-folder.ts";

/**
 * Closes what lies in a data folder to other accounts of this machine: earlier releases made folders that everybody could enter,
 * and the data folder itself must be passable where PostgreSQL runs as another account. The first level is enough, as nobody gets
 * below it, and costs the same however much there is. Folders of others, such as PostgreSQL's own, are theirs to close.
 */
export async function closeFolders(root: string): Promise<void> {
  const own = process.getuid?.();
  for (const name of await readdir(root).catch(ifAbsent)) {
    const path = join(root, name);
    const found = await stat(path).catch(ifAbsent);
    if (!("mode" in found) || !found.isDirectory() || found.uid !== own) continue;
    if ((found.mode & 0o777) !== OWN_FOLDER) await chmod(path, OWN_FOLDER);
  }
}

/** Nothing was stored yet; or it went meanwhile. */
function ifAbsent(error: NodeJS.ErrnoException): never[] {
  if (error.code === "ENOENT") return [];
  throw error;
}
