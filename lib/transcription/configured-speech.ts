import type { Transcriber } from "../ai/transcribe.ts";
import { env } from "../env.ts";
import { hears } from "../speech/catalogue.ts";
import { localTranscriber } from "../speech/local-transcriber.ts";
import { modelFor, secondModelFor, suggestedFor } from "../speech/models/choose-model.ts";
import { modelsFolder, stateFile } from "../speech/models/models-folder.ts";
import { readState } from "../speech/models/state-keeper.ts";
import type { SpeechModel } from "../speech/speech-model.ts";
import type { SpeechState } from "../speech/speech-state.ts";
import { failure, type Happened } from "../words/happened.ts";
import type { LocalSpeech, NoTranscriber } from "./local-speech.ts";

/** By the environment and what is installed: the model that hears the language, or why there is none. */
export const CONFIGURED_SPEECH: LocalSpeech = {
  async transcriberFor(language) {
    const model = await modelFor(language);
    return model ? transcriberOf(model, language) : whyNone(await readState(stateFile(modelsFolder())), language);
  },
};

/** Whether a model is sure of its words is told by a second one where the first gives no probabilities and another is installed. */
async function transcriberOf(model: SpeechModel, language: string): Promise<Transcriber> {
  const { threads, concurrency, engine } = env().speech;
  const second = model.kind === "whisper" ? await secondModelFor(language, model) : null;
  return localTranscriber({ model, second: second ?? undefined, language, threads, concurrency, script: engine });
}

const ON_ITS_WAY: readonly SpeechState["state"][] = ["fetching", "unpacking", "testing"];

/** @param state null: nobody has looked yet */
export function whyNone(state: SpeechState | null, language: string): NoTranscriber {
  const isKnown = state === null || state.languages.length === 0 || hears(state.languages, language);
  if (isKnown && (state === null || ON_ITS_WAY.includes(state.state))) {
    return { reason: failure("speech_on_its_way"), isSoon: true };
  }
  return { reason: state?.state === "ready" || !isKnown ? noLanguage(language) : noModel(state), isSoon: false };
}

function noLanguage(language: string): Happened {
  const suggested = suggestedFor(language);
  return suggested
    ? failure("speech_no_language", { language, model: suggested.shortName })
    : failure("speech_no_language:none", { language });
}

function noModel(state: SpeechState | null): Happened {
  switch (state?.reason?.code) {
    case "no_network":
    case "server_refused":
      return failure("speech_no_model:network");
    case "disk_full":
      return failure("speech_no_model:disk");
    default:
      return failure("speech_no_model");
  }
}
