import { describeError, logger } from "../logger.ts";
import { keepModel } from "../speech/models/keep-model.ts";
import { CONFIGURED_SPEECH } from "../transcription/configured-speech.ts";
import { takeUpHeld } from "../transcription/take-up-held.ts";

/** A model may be installed by hand at any moment, and for other languages than the one that is in use. */
const LOOK_MS = 20_000;

/** Sees to it that there is a model on this machine to write down words with, and that what waited for one is heard. */
export function startSpeech(): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const look = () =>
    takeUpHeld(CONFIGURED_SPEECH).catch((error: unknown) =>
      logger.warn(describeError(error), "answers that wait for a model could not be looked at"),
    );
  const keeping = keepModel({
    signal: stopping.signal,
    onState: ({ state }) => {
      if (state === "ready") void look();
    },
  }).catch((error: unknown) => logger.error(describeError(error), "the speech model is not looked after any more"));
  const looking = setInterval(() => void look(), LOOK_MS);
  return {
    async stop() {
      clearInterval(looking);
      stopping.abort();
      await keeping;
    },
  };
}
