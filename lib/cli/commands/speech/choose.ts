import { CliError } from "../../../runtime/cli-error.ts";
import { sayReason } from "../../../runtime/speech/speech-words.ts";
import { CATALOGUE, type CatalogueModel, modelNamed } from "../../../speech/catalogue.ts";
import { reasonOf } from "../../../speech/models/model-error.ts";

/** @throws CliError that names those there are */
export function getCatalogued(name: string): CatalogueModel {
  const model = modelNamed(name);
  if (model) return model;
  const names = CATALOGUE.map(({ shortName }) => shortName).join(", ");
  throw new CliError(`There is no model ${name} in the catalogue. There are ${names}.`);
}

/** What went wrong with a model, as a person can put it right; what nobody foresaw stays as it is. */
export function asCliError(error: unknown, what: string): unknown {
  const reason = reasonOf(error, "");
  return reason.code === "unexpected" ? error : new CliError(`${what}: ${sayReason(reason)}.`);
}
