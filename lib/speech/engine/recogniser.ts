import sherpa, { type OfflineRecognizerConfig, type OfflineRecognizerResult } from "sherpa-onnx-node";
import { SAMPLE_RATE } from "../sound/read-sound.ts";
import type { SpeechModel } from "../speech-model.ts";

/** A part of a word as the model writes it, with its time in the piece, in seconds. A space before it begins a word. */
export type Token = { text: string; start: number; end: number; logprob?: number };

/** What a model wrote of one piece. */
export type Recognised = {
  text: string;
  /** ISO 639, where the model says it. */
  language: string | null;
  /** Empty where it does not time them. */
  tokens: Token[];
  /** Sentences or so, of a model that times nothing smaller. */
  segments: { text: string; start: number; end: number }[];
};

export type Recogniser = (samples: Float32Array) => Recognised;

type How = { language: string; threads: number };

/** Loads a model. Half a file ends the process from inside the engine. @param how.language ISO 639, or `*` */
export function loadRecogniser(model: SpeechModel, how: How): Recogniser {
  const config = configOf(model, how);
  const recogniser = new sherpa.OfflineRecognizer(config);
  let bySegments = false;

  function decode(samples: Float32Array): OfflineRecognizerResult {
    const stream = recogniser.createStream();
    stream.acceptWaveform({ samples, sampleRate: SAMPLE_RATE });
    recogniser.decode(stream);
    return recogniser.getResult(stream);
  }

  return (samples) => {
    const result = decode(samples);
    // Without outputs of attention in its decoder Whisper times no token, however often it is asked.
    const isTimed = result.timestamps.length > 0 || result.text.trim() === "";
    if (isTimed || model.kind !== "whisper" || bySegments) return recognised(result);
    bySegments = true;
    recogniser.setConfig(withSegmentTimes(config));
    return recognised(decode(samples));
  };
}

function configOf({ kind, files, languages }: SpeechModel, { language, threads }: How): OfflineRecognizerConfig {
  const { encoder, decoder, joiner = "", tokens } = files;
  // A model of one language takes none, and one of many hears by itself which it is where nobody says.
  const told = language === "*" || (languages.length === 1 && languages[0] !== "*") ? "" : language;
  return {
    featConfig: { sampleRate: SAMPLE_RATE, featureDim: 80 },
    modelConfig: {
      ...(kind === "transducer"
        ? { transducer: { encoder, decoder, joiner }, modelType: "nemo_transducer" }
        : {
            whisper: {
              encoder,
              decoder,
              language: told,
              task: "transcribe",
              tailPaddings: -1,
              enableTokenTimestamps: 1,
            },
          }),
      tokens,
      numThreads: threads,
      provider: "cpu",
      debug: 0,
    },
  };
}

function withSegmentTimes(config: OfflineRecognizerConfig): OfflineRecognizerConfig {
  const { whisper } = config.modelConfig;
  if (!whisper) return config;
  const timed = { ...whisper, enableTokenTimestamps: 0, enableSegmentTimestamps: 1 } as const;
  return { ...config, modelConfig: { ...config.modelConfig, whisper: timed } };
}

function recognised(result: OfflineRecognizerResult): Recognised {
  const { timestamps, durations = [], ys_log_probs: logprobs = [], tokens } = result;
  const isTimed = timestamps.length === tokens.length;
  return {
    text: result.text.trim(),
    language: result.lang.replace(/[<|>]/g, "") || null,
    tokens: isTimed
      ? tokens.map((text, at) => {
          const start = timestamps[at] ?? 0;
          const logprob = logprobs[at];
          return { text, start, end: start + (durations[at] ?? 0), ...(logprob === undefined ? {} : { logprob }) };
        })
      : [],
    segments: (result.segment_texts ?? []).map((text, at) => {
      const start = result.segment_timestamps?.[at] ?? 0;
      return { text: text.trim(), start, end: start + (result.segment_durations?.[at] ?? 0) };
    }),
  };
}
