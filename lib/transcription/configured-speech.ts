import type { LocalSpeech } from "./local-speech.ts";

/** By the environment: the model that is installed for the language. */
export const CONFIGURED_SPEECH: LocalSpeech = {
  async transcriberFor() {
    throw new Error("not yet");
  },
};
