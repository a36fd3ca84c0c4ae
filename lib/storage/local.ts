import { randomUUID } from "node:crypto";
import { copyFile, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkedBody } from "./checked-body.ts";
import { makeFolder, OWN_FILE, OWN_FOLDER, syncFolders } from "./durable-folder.ts";
import { freeBytesOf, RESERVE_BYTES } from "./free-space.ts";
import { listFiles, pathsOf } from "./local-list.ts";
import { notFound, storageFull, tooLarge } from "./refusals.ts";
import { type AnnouncedPart, assertKey, type ObjectStorage, parsePrefix } from "./storage.ts";

export type LocalStorageOptions = {
  /** Absolute. Made when something is first stored. */
  root: string;
  /** Room that recordings leave to everything else on the disk, the database first. */
  reserveBytes?: number;
  /** How many bytes may still be written to the disk under this folder. */
  freeBytes?: (folder: string) => Promise<number>;
  /** Told of each step of storing a part, so that tests can kill the process there. */
  reached?: (step: PutStep) => void;
};

/** The steps of storing a part, in order. Acknowledging it comes after the last. */
export type PutStep = "written" | "synced" | "renamed" | "folder_synced";

const TEMPORARY = ".tmp";

/**
 * Recordings on the local disk: a key is the path below `root`, which only the account that we run as can read. Unfinished files live in `.tmp`, on the same disk, so that finishing
 * one is a rename.
 */
export function createLocalStorage(options: LocalStorageOptions): ObjectStorage {
  const { root, reserveBytes = RESERVE_BYTES, freeBytes = freeBytesOf, reached = () => {} } = options;
  const temporaryFolder = join(root, TEMPORARY);

  function pathOf(key: string): string {
    assertKey(key);
    return join(root, key);
  }

  async function assertRoomFor(bytes: number): Promise<void> {
    await makeFolder(temporaryFolder);
    if ((await freeBytes(root)) - bytes < reserveBytes) throw storageFull();
  }

  /** `write` fills the file at the path it is given; whatever goes wrong, that file does not stay. */
  async function withTemporaryFile(write: (path: string) => Promise<void>): Promise<void> {
    const path = join(temporaryFolder, randomUUID());
    try {
      await write(path);
    } catch (error) {
      await rm(path, { force: true });
      throw isDiskFull(error) ? storageFull() : error;
    }
  }

  /** Gives a synced file its name; `syncFolders` makes that last. */
  async function moveInto(file: string, target: string): Promise<void> {
    await mkdir(dirname(target), { recursive: true, mode: OWN_FOLDER });
    await rename(file, target);
  }

  return {
    async putPart(key, body, announced) {
      const target = pathOf(key);
      if (announced.length > announced.maxBytes) throw tooLarge(announced);
      await assertRoomFor(announced.length);
      await withTemporaryFile(async (temporary) => {
        await writeChecked(temporary, body, announced, reached);
        await moveInto(temporary, target);
        reached("renamed");
        await syncFolders(root, dirname(target));
        reached("folder_synced");
      });
    },

    async publish(key, localFile) {
      const target = pathOf(key);
      await makeFolder(temporaryFolder);
      try {
        await syncFile(localFile);
        await moveInto(localFile, target);
      } catch (error) {
        if (!hasCode(error, "EXDEV")) throw isDiskFull(error) ? storageFull() : error;
        await assertRoomFor((await stat(localFile)).size);
        await withTemporaryFile(async (temporary) => {
          await copyFile(localFile, temporary);
          await syncFile(temporary);
          await moveInto(temporary, target);
        });
        await rm(localFile);
      }
      await syncFolders(root, dirname(target));
    },

    async stat(key) {
      const found = await ifPresent(stat(pathOf(key)));
      return found?.isFile() ? { sizeBytes: found.size, modifiedAt: found.mtime } : null;
    },

    async withLocalFiles(keys, use) {
      const paths: (string | null)[] = [];
      for (const path of keys.map(pathOf)) paths.push((await ifPresent(stat(path)))?.isFile() ? path : null);
      return use(paths);
    },

    async withScratch(use, neededBytes = 0) {
      await assertRoomFor(neededBytes);
      const folder = await mkdtemp(join(temporaryFolder, "scratch-"));
      try {
        return await use(folder);
      } catch (error) {
        throw isDiskFull(error) ? storageFull() : error;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },

    async source(key) {
      const path = pathOf(key);
      if (!(await ifPresent(stat(path)))?.isFile()) throw notFound();
      return { path };
    },

    list(prefix, after) {
      if (after !== undefined) assertKey(after);
      return listFiles(root, parsePrefix(prefix), after);
    },

    async delete(key) {
      const path = pathOf(key);
      await rm(path, { force: true });
      // Deleted for good is a promise too: the name must not come back after a loss of power.
      if (await ifPresent(stat(dirname(path)))) await syncFolders(root, dirname(path));
    },

    async removeAll(prefix) {
      const { folder, start } = parsePrefix(prefix);
      const files = await Array.fromAsync(listFiles(root, { folder, start }, undefined));
      for (const path of await pathsOf(root, { folder, start })) await rm(path, { recursive: true, force: true });
      const parent = start === "" ? dirname(join(root, folder)) : join(root, folder);
      if (await ifPresent(stat(parent))) await syncFolders(root, parent);
      return files.length;
    },

    async removeAbandoned(before) {
      let removed = 0;
      for (const name of (await ifPresent(readdir(temporaryFolder))) ?? []) {
        const path = join(temporaryFolder, name);
        const found = await ifPresent(stat(path));
        if (!found || found.mtime >= before) continue;
        await rm(path, { recursive: true, force: true });
        removed++;
      }
      return removed;
    },

    async check() {
      await assertRoomFor(0);
      const written = randomUUID();
      await withTemporaryFile(async (path) => {
        const file = await open(path, "wx", OWN_FILE);
        try {
          await file.writeFile(written);
          await file.sync();
        } finally {
          await file.close();
        }
        if ((await readFile(path, "utf8")) !== written) throw new Error("The disk gave back other bytes than it took.");
        await rm(path);
      });
    },
  };
}

/** Streams the body into a new file, refuses it unless it is exactly what was announced, and syncs it. */
async function writeChecked(
  path: string,
  body: AsyncIterable<Uint8Array>,
  announced: AnnouncedPart,
  reached: (step: PutStep) => void,
): Promise<void> {
  const file = await open(path, "wx", OWN_FILE);
  try {
    for await (const chunk of checkedBody(body, announced)) await file.writeFile(chunk);
    reached("written");
    await file.sync();
    reached("synced");
  } finally {
    await file.close();
  }
}

/** What others have written, media programs for one, is made ours alone before it gets its name. */
async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.chmod(OWN_FILE);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function ifPresent<T>(found: Promise<T>): Promise<T | null> {
  return found.catch((error: unknown) => {
    if (hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR")) return null;
    throw error;
  });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

const isDiskFull = (error: unknown) => hasCode(error, "ENOSPC") || hasCode(error, "EDQUOT");
