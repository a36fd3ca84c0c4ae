/* What is used of the engine; the package brings no types of its own. */
declare module "sherpa-onnx-node" {
  export type WhisperConfig = {
    encoder: string;
    decoder: string;
    /** ISO 639; empty: it hears which. */
    language: string;
    task: "transcribe";
    /** In frames of 10 ms behind the sound; -1: the engine's own. */
    tailPaddings: number;
    enableTokenTimestamps?: 0 | 1;
    enableSegmentTimestamps?: 0 | 1;
  };
  export type OfflineRecognizerConfig = {
    featConfig: { sampleRate: number; featureDim: number };
    modelConfig: {
      whisper?: WhisperConfig;
      transducer?: { encoder: string; decoder: string; joiner: string };
      modelType?: "nemo_transducer";
      tokens: string;
      numThreads: number;
      provider: "cpu";
      debug: 0 | 1;
    };
  };
  export type OfflineRecognizerResult = {
    text: string;
    lang: string;
    tokens: string[];
    /** In seconds, one of each token, or none. */
    timestamps: number[];
    durations?: number[];
    ys_log_probs?: number[];
    segment_timestamps?: number[];
    segment_durations?: number[];
    segment_texts?: string[];
  };
  export class OfflineStream {
    acceptWaveform(wave: { samples: Float32Array; sampleRate: number }): void;
  }
  export class OfflineRecognizer {
    constructor(config: OfflineRecognizerConfig);
    createStream(): OfflineStream;
    setConfig(config: OfflineRecognizerConfig): void;
    decode(stream: OfflineStream): void;
    getResult(stream: OfflineStream): OfflineRecognizerResult;
  }
  export type VadConfig = {
    sileroVad: {
      model: string;
      threshold: number;
      minSilenceDuration: number;
      minSpeechDuration: number;
      maxSpeechDuration: number;
      windowSize: number;
    };
    sampleRate: number;
    numThreads: number;
    provider: "cpu";
    debug: 0 | 1;
  };
  export class Vad {
    constructor(config: VadConfig, bufferSizeInSeconds: number);
    acceptWaveform(samples: Float32Array): void;
    isEmpty(): boolean;
    isDetected(): boolean;
    /** `start`: number of the sample at which it begins. */
    front(enableExternalBuffer: boolean): { start: number; samples: Float32Array };
    pop(): void;
    flush(): void;
  }
  export class LinearResampler {
    constructor(inputSampleRate: number, outputSampleRate: number);
    resample(samples: Float32Array): Float32Array;
    flush(samples: Float32Array): Float32Array;
  }
  export const version: string;
}
