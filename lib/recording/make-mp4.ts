import { join } from "node:path";
import { storage } from "../storage/configured.ts";
import { mp4Key } from "./media/recording-keys.ts";
import { runInChild } from "./media/run-in-child.ts";

/** Makes the MP4 of a published file and keeps it beside that file. One that is there already is left alone. */
export async function makeMp4({ storageKey }: { storageKey: string }): Promise<void> {
  const key = mp4Key(storageKey);
  if (await storage().stat(key)) return;
  const sizeBytes = (await storage().stat(storageKey))?.sizeBytes;
  await storage().withScratch(async (folder) => {
    const copy = join(folder, "copy");
    const made = await storage().withLocalFiles([storageKey], async ([path]) => {
      if (!path) return false; // replaced by a newer version meanwhile
      await runInChild("copyToMp4", path, copy);
      return true;
    });
    if (made) await storage().publish(key, copy);
  }, sizeBytes);
}
