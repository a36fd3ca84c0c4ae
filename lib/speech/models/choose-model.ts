import { env, type SpeechSettings } from "../../env.ts";
import { describeError, logger } from "../../logger.ts";
import { CATALOGUE, type CatalogueModel, DEFAULTS, hears, modelNamed, modelsFor } from "../catalogue.ts";
import type { SpeechModel } from "../speech-model.ts";
import { type InstalledModel, listInstalled } from "./installed-models.ts";
import { modelsFolder } from "./models-folder.ts";
import { readModelFolder } from "./read-model-folder.ts";

type Where = { settings?: Pick<SpeechSettings, "model">; folder?: string };

/**
 * The model that writes down a language (`en`, `de-CH`) on this machine: the configured one where it hears it, else another that is
 * installed; null: there is none. Its files are compared with what they are to be.
 */
export async function modelFor(language: string, where: Where = {}): Promise<SpeechModel | null> {
  return (await usableModels(where)).find(({ languages }) => hears(languages, language)) ?? null;
}

/** Another installed one for the same language, so that two can be compared. */
export async function secondModelFor(
  language: string,
  first: SpeechModel,
  where: Where = {},
): Promise<SpeechModel | null> {
  const usable = await usableModels(where);
  return usable.find(({ languages, sha256 }) => sha256 !== first.sha256 && hears(languages, language)) ?? null;
}

/** What could be installed for a language, the one to take first; null: the catalogue has none. */
export function suggestedFor(language: string): CatalogueModel | null {
  return modelsFor(language)[0] ?? null;
}

/** The names of the catalogue that are wanted, one after the other where one does not work: the configured, then the defaults. */
export function wantedModels(model: string): CatalogueModel[] {
  const named = model === "default" ? null : modelNamed(model);
  return [...new Set([...(named ? [named] : []), ...DEFAULTS])];
}

/** Those that may be used, the configured one first. */
export async function usableModels({
  settings = env().speech,
  folder = modelsFolder(),
}: Where): Promise<SpeechModel[]> {
  const { model } = settings;
  if (model === "off") return [];
  const installed = inOrder(await listInstalled(folder), model).flatMap((one) =>
    one.verdict === "ready" ? [one.model] : [],
  );
  if (!isPath(model)) return installed;
  const own = await readModelFolder(model).catch((error: unknown) => {
    logger.warn({ ...describeError(error), folder: model }, "the folder of SPEECH_MODEL cannot be used");
    return null;
  });
  return own ? [own, ...installed] : installed;
}

/** A folder of the operator's own. */
export const isPath = (model: string): boolean => /[/\\]/.test(model);

function inOrder(installed: readonly InstalledModel[], model: string): InstalledModel[] {
  const order = [...wantedModels(model), ...CATALOGUE].map(({ shortName }) => shortName);
  const place = ({ name }: InstalledModel) => (order.includes(name) ? order.indexOf(name) : order.length);
  const named = (one: InstalledModel) => (one.name === model ? -1 : place(one)); // one that only lies here
  return [...installed].sort((a, b) => named(a) - named(b));
}
