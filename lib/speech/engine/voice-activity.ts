import { fileURLToPath } from "node:url";
import sherpa from "sherpa-onnx-node";
import { SAMPLE_RATE } from "../sound/read-sound.ts";

/** From one sample to another, by their numbers. */
export type Span = { from: number; to: number };

/** Silero's own network (assets/README.md). */
export const VOICE_ACTIVITY_MODEL = fileURLToPath(new URL("../assets/silero_vad.onnx", import.meta.url));

/** How many samples Silero looks at together. */
const WINDOW = 512;
/** Silero's own, but for short words: "yes" takes a fifth of a second. */
const SETTINGS = { threshold: 0.5, minSilenceDuration: 0.3, minSpeechDuration: 0.1 };
/** From here on of somebody who does not stop to breathe, a shorter silence ends a span. */
const EAGER_SECONDS = 20;
/** It keeps what it has not decided about. Whoever goes on for longer is cut off (pieces.ts). */
const ROOM_SECONDS = 120;

/** Hears where somebody speaks in a stream of samples at 16 kHz, whoever and whatever language it is. */
export function voiceActivity(settings: Partial<typeof SETTINGS> = {}) {
  const vad = new sherpa.Vad(
    {
      sileroVad: {
        model: VOICE_ACTIVITY_MODEL,
        ...SETTINGS,
        ...settings,
        maxSpeechDuration: EAGER_SECONDS,
        windowSize: WINDOW,
      },
      sampleRate: SAMPLE_RATE,
      numThreads: 1,
      provider: "cpu",
      debug: 0,
    },
    ROOM_SECONDS,
  );
  return {
    /** @returns the spans that ended by now */
    push(samples: Float32Array): Span[] {
      for (let at = 0; at < samples.length; at += WINDOW) vad.acceptWaveform(samples.subarray(at, at + WINDOW));
      return drain(vad);
    },
    /** Whether somebody is speaking at the end of what was pushed. */
    isSpeaking: () => vad.isDetected(),
    /** Ends a span that has not ended by itself. */
    flush(): Span[] {
      vad.flush();
      return drain(vad);
    },
  };
}

function drain(vad: sherpa.Vad): Span[] {
  const spans: Span[] = [];
  for (; !vad.isEmpty(); vad.pop()) {
    const { start, samples } = vad.front(false);
    spans.push({ from: start, to: start + samples.length });
  }
  return spans;
}
