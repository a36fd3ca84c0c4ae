import { stat } from "node:fs/promises";
import { basename, delimiter, join } from "node:path";
import { readModelFolder } from "../../speech/models/read-model-folder.ts";
import { unpackArchive } from "../../speech/models/unpack-archive.ts";
import type { SpeechModel } from "../../speech/speech-model.ts";

/** Paths of real speech models: folders, or archives as their makers publish them, with `:` between them (on Windows `;`). */
export const TEST_MODELS = (process.env.SPEECH_TEST_MODEL ?? "").split(delimiter).filter((path) => path !== "");

/** Reads a model; an archive is unpacked first. @param folder where */
export async function testModel(path: string, folder: string): Promise<SpeechModel> {
  if ((await stat(path)).isDirectory()) return readModelFolder(path);
  const into = join(folder, basename(path).replace(/\.tar\.\w+$/, ""));
  await unpackArchive(path, into);
  return readModelFolder(into);
}
