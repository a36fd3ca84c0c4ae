import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ListedFile, Prefix } from "./storage.ts";

/** Every file that a prefix means, behind `after`: folder by folder, each in the order of its names. */
export async function* listFiles(
  root: string,
  { folder, start }: Prefix,
  after: string | undefined,
): AsyncGenerator<ListedFile> {
  yield* walk(root, folder, after ? after.split("/").slice(folder.split("/").length) : [], start);
}

/**
 * @param after the names that lead to the file that was the last one, from this folder on
 * @param start what names in this folder begin with
 */
async function* walk(
  root: string,
  folder: string,
  [first = "", ...rest]: string[],
  start = "",
): AsyncGenerator<ListedFile> {
  const entries = await entriesOf(join(root, folder));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name < first || entry.name.startsWith(".") || !entry.name.startsWith(start)) continue;
    const key = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(root, key, entry.name === first ? rest : []);
    else if (entry.isFile() && entry.name !== first) yield { key, sizeBytes: await sizeOf(join(root, key)) };
  }
}

/** The paths of what lies in the prefix's folder and is meant by it, files and folders. */
export async function pathsOf(root: string, { folder, start }: Prefix): Promise<string[]> {
  if (start === "") return [join(root, folder)];
  const entries = await entriesOf(join(root, folder));
  return entries.filter(({ name }) => name.startsWith(start)).map(({ name }) => join(root, folder, name));
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
