import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { CATALOGUE, modelNamed } from "../catalogue.ts";
import type { SpeechModel } from "../speech-model.ts";
import type { SpeechReason } from "../speech-state.ts";
import { readManifest } from "./manifest.ts";
import { reasonOf } from "./model-error.ts";
import { readModelFolder } from "./read-model-folder.ts";
import { ENGINE } from "./self-test.ts";

/** A model in the models' folder: `ready` to be used, `untested` with the engine that is here, or `refused` for a reason. */
export type InstalledModel = { name: string; folder: string } & (
  | { verdict: "ready" | "untested"; model: SpeechModel }
  | { verdict: "refused"; reason: SpeechReason }
);

/** All that lie there, in the order of the catalogue, then those that it does not know. */
export async function listInstalled(folder: string): Promise<InstalledModel[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  names.sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  return Promise.all(names.map((name) => judge(join(folder, name))));
}

/** The one of that name in the catalogue or on the disk; null where it does not lie there. */
export async function findInstalled(folder: string, name: string): Promise<InstalledModel | null> {
  const { name: full, shortName } = modelNamed(name) ?? { name, shortName: name };
  return (await listInstalled(folder)).find((one) => [full, shortName].includes(basename(one.folder))) ?? null;
}

async function judge(folder: string): Promise<InstalledModel> {
  const name = modelNamed(basename(folder))?.shortName ?? basename(folder);
  try {
    const model = await readModelFolder(folder);
    const test = (await readManifest(folder))?.selfTest;
    if (test?.engine !== ENGINE) return { name, folder, verdict: "untested", model };
    if (test.reason) return { name, folder, verdict: "refused", reason: test.reason };
    return { name, folder, verdict: "ready", model };
  } catch (error) {
    return { name, folder, verdict: "refused", reason: reasonOf(error, name) };
  }
}

function placeOf(folderName: string): number {
  const place = CATALOGUE.findIndex(({ name, shortName }) => name === folderName || shortName === folderName);
  return place < 0 ? CATALOGUE.length : place;
}
