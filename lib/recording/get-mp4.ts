import { setTimeout as delay } from "node:timers/promises";
import { transaction } from "../db/client.ts";
import { copiesToMp4 } from "../domain/mp4-copy.ts";
import { AppError } from "../errors.ts";
import { addJob } from "../queue/add-job.ts";
import { storage } from "../storage/configured.ts";
import type { getMedia } from "./get-media.ts";
import { mp4Key, noMp4Key } from "./media/recording-keys.ts";

type Media = Awaited<ReturnType<typeof getMedia>>;

/** An hour takes the worker some ten seconds. */
const WAIT_MS = 60_000;
const LOOK_EVERY_MS = 250;

/**
 * The same recording as an MP4, where its codecs allow a copy. The worker makes it when it is first asked for.
 * @param signal ends the waiting
 * @throws AppError `recording_not_found` where there can be none, `unavailable` while it is still being made
 */
export async function getMp4(media: Media, signal: AbortSignal): Promise<Media> {
  if (media.format === "mp4") return media;
  if (!copiesToMp4(media.mimeType)) throw impossible();
  if (await storage().stat(noMp4Key(media.storageKey))) throw impossible();
  const key = mp4Key(media.storageKey);
  const stored = (await storage().stat(key)) ?? (await make(media.storageKey, key, signal));
  if (!stored) {
    throw new AppError("unavailable:mp4", {
      retryAfterSeconds: 30,
    });
  }
  const mimeType = media.mimeType.startsWith("audio/") ? "audio/mp4" : "video/mp4";
  return {
    ...media,
    storageKey: key,
    sizeBytes: stored.sizeBytes,
    mimeType,
    sha256: `${media.sha256}-mp4`,
    format: "mp4",
  };
}

function impossible(): AppError {
  return new AppError("recording_not_found:mp4");
}

async function make(storageKey: string, key: string, signal: AbortSignal) {
  await transaction((tx) => addJob(tx, "recording.make-mp4", { storageKey }));
  for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline && !signal.aborted; ) {
    await delay(LOOK_EVERY_MS);
    const stored = await storage().stat(key);
    if (stored) return stored;
  }
  return null;
}
