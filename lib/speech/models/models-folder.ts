import { join } from "node:path";
import { env } from "../../env.ts";

/** Where this machine's models lie, a folder each, and beside them what is on its way. */
export function modelsFolder(): string {
  return join(env().dataDir, "models");
}

/** What has arrived so far of an archive. */
export const arrivingFile = (folder: string, name: string): string => join(folder, ".fetching", `${name}.part`);

/** Unpacked there, renamed to its own name once it is whole. */
export const unpackingFolder = (folder: string, name: string): string => join(folder, `.unpacking-${name}`);

/** Held while one is installed, by one process at a time. */
export const installLock = (folder: string): string => join(folder, ".installing");

/** How things stand, for the terminal and for `talentflow speech status`. */
export const stateFile = (folder: string): string => join(folder, "state.json");
