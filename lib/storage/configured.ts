import { env } from "../env.ts";
import { createLocalStorage } from "./local.ts";
import { createS3Storage } from "./s3.ts";
import type { ObjectStorage } from "./storage.ts";

let made: ObjectStorage | undefined;

/** The storage this installation is configured for. */
export function storage(): ObjectStorage {
  made ??= create();
  return made;
}

function create(): ObjectStorage {
  const { storage: settings, dataDir } = env();
  if (settings.driver === "local") return createLocalStorage({ root: settings.dir });
  return createS3Storage({ settings, scratch: createLocalStorage({ root: dataDir }) });
}
