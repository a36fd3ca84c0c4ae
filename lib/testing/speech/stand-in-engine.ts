import { serveEngine } from "../../speech/engine/serve-engine.ts";
import { SAMPLE_RATE } from "../../speech/sound/read-sound.ts";
import type { SaidWord } from "./clips.ts";
import { knownClips, knownWords } from "./known-clips.ts";

/*
 * Takes the engine's place where no speech model is at hand (SPEECH_ENGINE): sound, voice activity and everything around a model are the
 * engine's own. Of the clips under e2e/fixtures/media it says the true words at their true times; of anybody else "word", twice a second.
 */

const clips = await knownClips();

serveEngine(() => (samples) => {
  const known = knownWords(samples, clips);
  const said = known.length > 0 ? known : anyWords(samples.length / SAMPLE_RATE);
  return {
    text: said.map(({ word }) => word).join(" "),
    language: null,
    tokens: said.map(({ word, start, end }) => ({ text: ` ${word}`, start, end })),
    segments: [],
  };
});

function anyWords(seconds: number): SaidWord[] {
  return Array.from({ length: Math.floor(seconds * 2) }, (_, at) => ({
    word: "word",
    start: at / 2,
    end: at / 2 + 0.4,
  }));
}
