import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { storage } from "../storage/configured.ts";
import { JoinError } from "./media/join-error.ts";
import { mp4Key, noMp4Key } from "./media/recording-keys.ts";
import { runInChild } from "./media/run-in-child.ts";

/**
 * Makes the MP4 of a published file and keeps it beside that file. One that is there already is left alone, and one that cannot be made is
 * tried once.
 */
export async function makeMp4({ storageKey }: { storageKey: string }): Promise<void> {
  const key = mp4Key(storageKey);
  const source = await storage().stat(storageKey);
  if (!source || (await storage().stat(key))) return;
  await storage().withScratch(async (folder) => {
    const copy = join(folder, "copy");
    const made = await storage().withLocalFiles([storageKey], async ([path]) => {
      if (!path) return null; // replaced by a newer version meanwhile
      try {
        await runInChild("copyToMp4", { bytes: source.sizeBytes, files: 1 }, path, copy);
        return key;
      } catch (error) {
        if (!(error instanceof JoinError)) throw error; // the queue tries again
        await writeFile(copy, "");
        return noMp4Key(storageKey);
      }
    });
    if (made) await storage().publish(made, copy);
  }, source.sizeBytes);
}
