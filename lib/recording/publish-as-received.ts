import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { PlaylistFile } from "../domain/playlist-file.ts";
import { storage } from "../storage/configured.ts";
import { sideFileKey } from "./media/recording-keys.ts";
import { type StoredSegment, sizeOf, withPartFiles } from "./part-files.ts";

/** Who sends more that nothing here can read is not sending an interview. */
const MOST_FILES = 20;

/** What a recorder may have said that it writes, and how that is served: never as anything that a browser would run. */
const KINDS = [
  { says: /mp4|quicktime/, format: "mp4", mimeType: "video/mp4" },
  { says: /matroska/, format: "mkv", mimeType: "video/x-matroska" },
  { says: /ogg/, format: "ogg", mimeType: "audio/ogg" },
  { says: /webm|/, format: "webm", mimeType: "video/webm" },
] as const;

/**
 * Publishes segments that nothing here can join, each in a file of its own and just as its parts came: a player may make something of it.
 *
 * @param mainKey storage key of the recording's main file, whether there is one or not
 * @param firstNumber of the files, counted with those beside the main one
 */
export async function publishAsReceived(
  mainKey: string,
  firstNumber: number,
  stored: readonly StoredSegment[],
): Promise<PlaylistFile[]> {
  const published: PlaylistFile[] = [];
  for (const segment of stored.filter(({ parts }) => parts.length > 0).slice(0, MOST_FILES)) {
    const { format, mimeType } = KINDS.find(({ says }) => says.test(segment.mimeType)) ?? KINDS[3];
    const file = sideFileKey(mainKey, firstNumber + published.length, format);
    const facts = await storage().withScratch(
      async (folder) => {
        const path = join(folder, "received");
        await withPartFiles([segment], async ([parts = []]) => {
          for (const part of parts) {
            if (typeof part === "string")
              await pipeline(createReadStream(part), createWriteStream(path, { flags: "a" }));
          }
        });
        const sizeBytes = (await stat(path)).size;
        const sha256 = await hashOf(path);
        await storage().publish(file, path);
        return { sizeBytes, sha256 };
      },
      sizeOf([segment]).bytes,
    );
    // How long it is, nobody can tell.
    published.push({ file, format, mimeType, ...facts, startMs: 0, durationMs: 0, segments: [segment.index] });
  }
  return published;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
