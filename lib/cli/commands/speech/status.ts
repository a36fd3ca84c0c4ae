import { env } from "../../../env.ts";
import type { Outcome } from "../../../runtime/outcome.ts";
import { sayBytes, sayLanguages, sayReason } from "../../../runtime/speech/speech-words.ts";
import { CATALOGUE } from "../../../speech/catalogue.ts";
import { usableModels } from "../../../speech/models/choose-model.ts";
import { type InstalledModel, listInstalled } from "../../../speech/models/installed-models.ts";
import { modelsFolder, stateFile } from "../../../speech/models/models-folder.ts";
import { readState } from "../../../speech/models/state-keeper.ts";
import type { SpeechModel } from "../../../speech/speech-model.ts";
import type { SpeechState } from "../../../speech/speech-state.ts";
import { presentCatalogued, presentModel } from "./present-model.ts";

/** Which model is in use and why, which lie here, and which could be installed. */
export async function status(): Promise<Outcome> {
  const setting = env().speech.model;
  const folder = modelsFolder();
  const [inUse = null] = await usableModels({});
  const installed = await listInstalled(folder);
  const state = await readState(stateFile(folder));
  const here = installed.map(({ name }) => name);
  const available = CATALOGUE.filter(({ shortName }) => !here.includes(shortName));
  return {
    json: {
      setting,
      in_use: inUse && (await presentModel(inUse)),
      state: state && presentState(state),
      installed: await Promise.all(installed.map(presentInstalled)),
      available: available.map(presentCatalogued),
    },
    text: [
      await sayInUse(setting, inUse),
      ...(state ? sayLast(state) : []),
      ...others(installed, inUse),
      ...(available.length > 0 ? ["", "Could be installed (talentflow speech install NAME):"] : []),
      ...available.map(
        ({ shortName, bytes, languages }) => `  ${shortName}  ${sayBytes(bytes)}, ${sayLanguages(languages)}`,
      ),
    ].join("\n"),
  };
}

function presentState({ state, model, reason, since, fetchedBytes, totalBytes, retryAt }: SpeechState) {
  return { state, model, reason, since, fetched_bytes: fetchedBytes, total_bytes: totalBytes, retry_at: retryAt };
}

async function presentInstalled(one: InstalledModel) {
  if (one.verdict === "refused")
    return { model: one.name, folder: one.folder, verdict: one.verdict, reason: one.reason };
  return { ...(await presentModel(one.model)), verdict: one.verdict };
}

async function sayInUse(setting: string, model: SpeechModel | null): Promise<string> {
  if (setting === "off") return "Off: nothing is written down on this machine (SPEECH_MODEL, AI_TRANSCRIPTION_MODEL).";
  if (!model) return `No model is in use (SPEECH_MODEL is ${setting}).`;
  const { folder, bytes, languages, licence, credit, sha256 } = await presentModel(model);
  return [
    `${model.name} is in use: ${sayLanguages(languages)}.`,
    `  Lies in   ${folder} (${sayBytes(bytes)})`,
    `  SHA-256   ${sha256}`,
    ...(credit ? [`  Licence   ${licence}: ${credit}`] : []),
  ].join("\n");
}

/** What a running worker said last. */
function sayLast({ state, model, reason, since, fetchedBytes, totalBytes }: SpeechState): string[] {
  const percent = totalBytes ? `, ${Math.floor((100 * (fetchedBytes ?? 0)) / totalBytes)} %` : "";
  const about =
    state === "ready" || state === "off" ? [] : [`Last said: ${state} ${model ?? ""}${percent} (${since}).`];
  return reason ? [...about, `${reason.params.model ?? "It"}: ${sayReason(reason)}.`] : about;
}

function others(installed: readonly InstalledModel[], inUse: SpeechModel | null): string[] {
  const rest = installed.filter((one) => one.verdict === "refused" || one.model.sha256 !== inUse?.sha256);
  if (rest.length === 0) return [];
  return ["", "Also installed:", ...rest.map((one) => `  ${one.name}  ${sayVerdict(one)}`)];
}

function sayVerdict(one: InstalledModel): string {
  if (one.verdict === "refused") return `not used: ${sayReason(one.reason)}`;
  return one.verdict === "ready" ? sayLanguages(one.model.languages) : "not tried yet";
}
