import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unpackArchive } from "../../lib/speech/models/unpack-archive.ts";
import { STAND_IN_ENGINE, standInModel } from "../../lib/testing/speech/stand-in-model.ts";

/**
 * What a server is started with that writes down what is said: the first model that SPEECH_TEST_MODEL names, a folder or an archive; else the
 * engine that stands in for one.
 * @param folder of the test's own
 */
export async function speechVariables(folder: string): Promise<Record<string, string>> {
  const [named] = (process.env.SPEECH_TEST_MODEL ?? "").split(":");
  if (named?.endsWith(".tar.bz2")) return { SPEECH_MODEL: await unpacked(named, folder) };
  if (named) return { SPEECH_MODEL: named };
  const model = join(folder, "stand-in");
  await standInModel(model);
  return { SPEECH_MODEL: model, SPEECH_ENGINE: fileURLToPath(STAND_IN_ENGINE) };
}

/** A model is known by its folder's name. */
async function unpacked(archive: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const into = join(folder, archive.slice(archive.lastIndexOf("/") + 1, -".tar.bz2".length));
  await unpackArchive(archive, into);
  return into;
}
