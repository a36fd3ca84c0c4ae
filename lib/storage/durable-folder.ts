import { mkdir, open } from "node:fs/promises";
import { dirname, relative, sep } from "node:path";

/**
 * Makes the names in a folder, and the folder's own name in its parents up to `root`, survive a loss of power. The parents are synced
 * every time: another writer may have made one a moment ago and not have synced it yet. For a clean folder that costs next to nothing.
 */
export async function syncFolders(root: string, folder: string): Promise<void> {
  const depth = relative(root, folder).split(sep).filter(Boolean).length;
  for (let current = folder, level = 0; level <= depth; current = dirname(current), level++) await syncFolder(current);
}

/** Interviews are nobody else's on this machine: only the account that we run as reads and enters. */
export const OWN_FILE = 0o600;
export const OWN_FOLDER = 0o700;

/** Makes a folder with its parents; the topmost name that is new survives a loss of power too. */
export async function makeFolder(folder: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true, mode: OWN_FOLDER });
  if (firstMade) await syncFolders(dirname(firstMade), folder);
}

async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; NTFS journals names by itself.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
