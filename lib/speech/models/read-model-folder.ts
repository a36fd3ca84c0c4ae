import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { CATALOGUE, type CatalogueModel, modelNamed } from "../catalogue.ts";
import type { SpeechModel } from "../speech-model.ts";
import { digestFile } from "./digest-file.ts";
import { isCompact, type Role, roleOf } from "./layout.ts";
import { readManifest } from "./manifest.ts";
import { ModelError } from "./model-error.ts";

type Lying = { name: string; role: Role; bytes: number; sha256: string };

/**
 * The model in a folder as its maker lays it out, its files compared with what was noted when it was installed, else with the catalogue.
 * Its kind is known by its files: with a joiner it is a transducer.
 *
 * @param as what the folder is called, where it does not have its own name yet
 * @throws ModelError `model_unreadable`, with the file and its fault: `no_folder`, `missing`, `several`, `empty`, `cut` or `changed`
 */
export async function readModelFolder(folder: string, as: string = basename(folder)): Promise<SpeechModel> {
  const lying = await Promise.all((await namesOf(folder)).map((name) => look(folder, name)));
  await compare(folder, as, lying);
  const path = (role: Role) => join(folder, (lying.find((file) => file.role === role) as Lying).name);
  const joined = lying.some(({ role }) => role === "joiner");
  return {
    name: modelNamed(as)?.shortName ?? as,
    kind: joined ? "transducer" : "whisper",
    files: {
      encoder: path("encoder"),
      decoder: path("decoder"),
      ...(joined ? { joiner: path("joiner") } : {}),
      tokens: path("tokens"),
    },
    languages: languagesOf(as, lying, joined),
    sha256: digestOf(lying),
  };
}

/** The names of the files that the engine is to read, one for each role; of two with the same weights the smaller. */
async function namesOf(folder: string): Promise<string[]> {
  const all = await readdir(folder).catch(() => {
    throw new ModelError("model_unreadable", { file: folder, fault: "no_folder" });
  });
  const named = (role: Role) => {
    const ofRole = all.filter((name) => roleOf(name) === role);
    const compact = ofRole.filter(isCompact);
    const [name, another] = compact.length > 0 ? compact : ofRole;
    if (name && another) throw new ModelError("model_unreadable", { file: another, fault: "several" });
    return name;
  };
  const names = (["encoder", "decoder", "tokens"] as const).map((role) => {
    const name = named(role);
    if (!name) throw new ModelError("model_unreadable", { file: role, fault: "missing" });
    return name;
  });
  const joiner = named("joiner");
  return joiner ? [...names, joiner] : names;
}

async function look(folder: string, name: string): Promise<Lying> {
  const { size: bytes } = await stat(join(folder, name));
  if (bytes === 0) throw new ModelError("model_unreadable", { file: name, fault: "empty" });
  return { name, role: roleOf(name) as Role, bytes, sha256: await digestFile(join(folder, name)) };
}

async function compare(folder: string, as: string, lying: readonly Lying[]): Promise<void> {
  const noted = (await readManifest(folder))?.files ?? catalogued(as)?.files ?? [];
  for (const { name, bytes, sha256 } of lying) {
    const wanted = noted.find((file) => file.name === name);
    if (!wanted) continue;
    if (wanted.bytes !== null && bytes < wanted.bytes)
      throw new ModelError("model_unreadable", { file: name, fault: "cut" });
    const same = (wanted.bytes ?? bytes) === bytes && (wanted.sha256 ?? sha256) === sha256;
    if (!same) throw new ModelError("model_unreadable", { file: name, fault: "changed" });
  }
}

/** Only the maker's own name promises the maker's own files. */
function catalogued(folderName: string): CatalogueModel | undefined {
  return CATALOGUE.find(({ name }) => name === folderName);
}

/**
 * As the catalogue says by the folder's name or by a file of it. Else a file for English alone has `.en` in its name, as Whisper's makers
 * call them; Whisper without it hears many; and a transducer hears what its folder's name says, else English.
 */
function languagesOf(folderName: string, lying: readonly Lying[], joined: boolean): readonly string[] {
  const digests = lying.map(({ sha256 }) => sha256);
  const known =
    modelNamed(folderName) ?? CATALOGUE.find(({ files }) => files.some(({ sha256 }) => digests.includes(sha256 ?? "")));
  if (known) return known.languages;
  if (lying.some(({ name }) => /\.en[-.]/.test(name))) return ["en"];
  if (!joined) return ["*"];
  const said = folderName.split(/[-_.]/).filter((part) => CATALOGUE.some(({ languages }) => languages.includes(part)));
  return said.length > 0 ? said : ["en"];
}

function digestOf(lying: readonly Lying[]): string {
  const sum = createHash("sha256");
  for (const { sha256 } of [...lying].sort((a, b) => (a.name < b.name ? -1 : 1))) sum.update(sha256);
  return sum.digest("hex");
}
