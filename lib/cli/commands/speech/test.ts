import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { env } from "../../../env.ts";
import { CliError } from "../../../runtime/cli-error.ts";
import type { Outcome } from "../../../runtime/outcome.ts";
import { sayReason } from "../../../runtime/speech/speech-words.ts";
import { type HeardFile, hearFile } from "../../../speech/engine/hear-file.ts";
import { isPath, modelFor, suggestedFor } from "../../../speech/models/choose-model.ts";
import { findInstalled } from "../../../speech/models/installed-models.ts";
import { modelsFolder } from "../../../speech/models/models-folder.ts";
import { readModelFolder } from "../../../speech/models/read-model-folder.ts";
import { SpeechError } from "../../../speech/speech-error.ts";
import type { SpeechModel } from "../../../speech/speech-model.ts";
import { asCliError } from "./choose.ts";

export type TestOptions = { model?: string; language: string };

/** Writes down what is said in a file: what, when, how sure, and what that took. */
export async function test(file: string, { model: named, language }: TestOptions): Promise<Outcome> {
  const path = resolve(file);
  if (!existsSync(path)) throw new CliError(`There is no file ${path}.`);
  const model = named === undefined ? await getFor(language) : await getNamed(named);
  const heard = await hearFile({ path, model, language, threads: env().speech.threads }).catch((error: unknown) => {
    throw error instanceof SpeechError ? new CliError(error.message) : error;
  });
  return { json: present(heard, model), text: say(heard) };
}

async function getFor(language: string): Promise<SpeechModel> {
  const model = await modelFor(language);
  if (model) return model;
  const { shortName } = suggestedFor(language) ?? {};
  if (!shortName) throw new CliError(`No model of the catalogue hears ${language}.`);
  throw new CliError(`No model that hears ${language} is installed. Run \`talentflow speech install ${shortName}\`.`);
}

async function getNamed(named: string): Promise<SpeechModel> {
  try {
    if (isPath(named)) return await readModelFolder(resolve(named));
  } catch (error) {
    throw asCliError(error, "The model cannot be used");
  }
  const found = await findInstalled(modelsFolder(), named);
  if (!found)
    throw new CliError(`The model ${named} is not installed. \`talentflow speech status\` lists those that are.`);
  if (found.verdict === "refused") throw new CliError(`The model ${named} is not used: ${sayReason(found.reason)}.`);
  return found.model;
}

function present({ text, timed, spans, language, confidence, engine, signs, quality }: HeardFile, model: SpeechModel) {
  const timedSpans = spans.map(({ text, startMs, endMs, confidence }) => ({
    [timed === "words" ? "word" : "text"]: text,
    start: startMs / 1000,
    end: endMs / 1000,
    confidence: confidence ?? null,
  }));
  return {
    text,
    language,
    confidence,
    words: timed === "words" ? timedSpans : [],
    segments: timed === "segments" ? timedSpans : [],
    sound_seconds: engine.sound_seconds,
    work_seconds: engine.work_seconds,
    load_seconds: engine.load_seconds,
    peak_mib: engine.peak_mib,
    speech_share: signs.speechShare,
    quality: quality.verdict,
    engine: `${engine.name} ${engine.version}`,
    model: model.name,
    model_sha256: model.sha256,
  };
}

function say({ text, engine }: HeardFile): string {
  const { sound_seconds, work_seconds, load_seconds, model } = engine;
  const took = `${sound_seconds.toFixed(1)} s of sound, ${work_seconds.toFixed(1)} s of work after ${load_seconds.toFixed(1)} s of loading, by ${model}`;
  return `${text || "(nobody speaks)"}\n\n${took}`;
}
