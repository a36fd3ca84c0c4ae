import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ListedFile } from "./storage.ts";

/** Every file below a folder of keys, behind `after`: folder by folder, each in the order of its names. */
export async function* listFiles(root: string, folder: string, after: string | undefined): AsyncGenerator<ListedFile> {
  yield* walk(root, folder, after ? after.split("/").slice(folder.split("/").length) : []);
}

/** @param after the names that lead to the file that was the last one, from this folder on */
async function* walk(root: string, folder: string, [first = "", ...rest]: string[]): AsyncGenerator<ListedFile> {
  const entries = await entriesOf(join(root, folder));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name < first || entry.name.startsWith(".")) continue;
    const key = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(root, key, entry.name === first ? rest : []);
    else if (entry.isFile() && entry.name !== first) yield { key, sizeBytes: await sizeOf(join(root, key)) };
  }
}

/** None where there is no such folder: somebody may have removed it since its name was read. */
function entriesOf(path: string): Promise<Dirent[]> {
  return readdir(path, { withFileTypes: true }).catch(absent([]));
}

function sizeOf(path: string): Promise<number> {
  return stat(path).then(({ size }) => size, absent(0));
}

function absent<T>(instead: T) {
  return (error: NodeJS.ErrnoException): T => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return instead;
    throw error;
  };
}
