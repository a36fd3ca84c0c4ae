import { env } from "../env.ts";
import { createLocalStorage } from "./local.ts";
import type { ObjectStorage } from "./storage.ts";

let made: ObjectStorage | undefined;

/** The storage this installation is configured for. */
export function storage(): ObjectStorage {
  made ??= createLocalStorage({ root: env().dataDir });
  return made;
}
