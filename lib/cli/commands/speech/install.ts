import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { env } from "../../../env.ts";
import { CliError } from "../../../runtime/cli-error.ts";
import type { Outcome } from "../../../runtime/outcome.ts";
import { sayBytes, sayLanguages } from "../../../runtime/speech/speech-words.ts";
import { CATALOGUE, type CatalogueModel } from "../../../speech/catalogue.ts";
import { hearFile } from "../../../speech/engine/hear-file.ts";
import { type Installing, type InstallStep, installFrom, installModel } from "../../../speech/models/install-model.ts";
import { modelsFolder } from "../../../speech/models/models-folder.ts";
import { asCliError, getCatalogued } from "./choose.ts";
import { presentCatalogued, presentModel } from "./present-model.ts";

export type InstallOptions = { from?: string };

/** Installs a model of the catalogue, or what lies in a file or a folder; without either it lists what there is. */
export async function install(name: string | undefined, { from }: InstallOptions): Promise<Outcome> {
  const wanted = name === undefined ? null : getCatalogued(name);
  if (from !== undefined) return installed(await installBrought(resolve(from), wanted));
  return wanted ? installed(await installFetched(wanted)) : listed();
}

type Model = Awaited<ReturnType<typeof installModel>>;

async function installFetched(wanted: CatalogueModel): Promise<Model> {
  const what = `${wanted.shortName} (${sayBytes(wanted.bytes)})`;
  try {
    return await installModel(wanted, installing(what, wanted.bytes));
  } catch (error) {
    throw asCliError(error, `The speech model ${wanted.shortName} is not installed`);
  }
}

async function installBrought(path: string, wanted: CatalogueModel | null): Promise<Model> {
  if (!existsSync(path)) throw new CliError(`There is no file ${path}.`);
  try {
    return await installFrom(path, wanted, installing(basename(path), null));
  } catch (error) {
    throw asCliError(error, `${basename(path)} is not installed`);
  }
}

function installing(what: string, bytes: number | null): Installing {
  const { mirror } = env().speech;
  const { signal } = new AbortController(); // Ctrl-C ends the process, and the next one goes on
  return { folder: modelsFolder(), hear: hearFile, signal, mirror, onStep: progress(what, bytes) };
}

/** On a line that changes; where nobody would see it change, on none. */
function progress(what: string, bytes: number | null): (step: InstallStep) => void {
  if (!process.stderr.isTTY) return () => {};
  const show = (line: string) => process.stderr.write(`\r\u001b[K${line}`);
  return (step) => {
    if (step.state === "unpacking") show(`Unpacking ${what} …`);
    else if (step.state === "testing") show("Trying it …\n");
    else if (step.state === "fetching" && bytes !== null)
      show(`Fetching ${what}: ${Math.floor((100 * step.fetchedBytes) / bytes)} %`);
  };
}

async function installed(model: Model): Promise<Outcome> {
  const json = await presentModel(model);
  const credit = json.credit ? ` ${json.credit}.` : "";
  const text = `The speech model ${model.name} is installed in ${json.folder} (${sayBytes(json.bytes)}).${credit}`;
  return { json, text };
}

function listed(): Outcome {
  const rows = CATALOGUE.map(
    ({ shortName, bytes, languages, licence, purpose }) =>
      `${shortName.padEnd(22)}${sayBytes(bytes).padStart(7)}  ${licence.padEnd(10)}${sayLanguages(languages, 1).padEnd(24)}${purpose}`,
  );
  const text = [
    ...rows,
    "",
    "talentflow speech install NAME installs one; --from FILE installs what lies here already.",
  ];
  return { json: { models: CATALOGUE.map(presentCatalogued) }, text: text.join("\n") };
}
