import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { type CatalogueModel, modelNamed } from "../../../speech/catalogue.ts";
import type { SpeechModel } from "../../../speech/speech-model.ts";

/** Where a model lies and whose it is, for programs. */
export async function presentModel({ name, kind, files, languages, sha256 }: SpeechModel) {
  const sizes = await Promise.all(Object.values(files).map(async (file) => (await stat(file)).size));
  const { licence = null, credit = null } = modelNamed(name) ?? {};
  return {
    model: name,
    kind,
    folder: dirname(files.encoder),
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    sha256,
    languages,
    licence,
    credit,
  };
}

/** What could be installed, for programs. */
export function presentCatalogued({
  shortName,
  name,
  bytes,
  sha256,
  languages,
  licence,
  credit,
  purpose,
}: CatalogueModel) {
  return { model: shortName, archive: `${name}.tar.bz2`, bytes, sha256, languages, licence, credit, purpose };
}
