import { playVoice } from "./play-voice.ts";
import { splitSentences } from "./split-sentences.ts";

/** A calm voice says about fourteen characters a second. */
const MS_PER_CHARACTER = 70;
/** What a sentence may take longer than that before it counts as stuck. */
const GRACE_MS = 4_000;

type Speaking = {
  /** Ends it at once. */
  signal: AbortSignal;
  /** Says nothing, but takes the time it would have taken. */
  muted: boolean;
  /** BCP 47 */
  language: string;
  /** Where the server says it; null: the browser does. */
  voiceUrl: string | null;
};

/**
 * Says a text: by the server's voice where there is one, else by the browser's, sentence by sentence, because remote voices
 * fall silent in long ones without telling. Resolves when it is said, or when it would have been: a voice that hangs never
 * holds anybody up.
 * @returns false, at once, where there is no voice: who sees lips move and hears nothing takes their loudspeaker for broken
 */
export async function speak(text: string, { signal, muted, language, voiceUrl }: Speaking): Promise<boolean> {
  if (!muted && voiceUrl !== null && (await playVoice(voiceUrl, signal))) return true;
  if (!muted && !(await hasVoice(signal))) return signal.aborted;
  for (const sentence of splitSentences(text, language)) {
    if (signal.aborted) return true;
    const expectedMs = sentence.length * MS_PER_CHARACTER;
    await (muted ? pass(expectedMs, signal) : sayAloud(sentence, language, expectedMs + GRACE_MS, signal));
  }
  return true;
}

/** Voices may be listed late; one second is enough for every browser that has any. */
async function hasVoice(signal: AbortSignal): Promise<boolean> {
  if (!("speechSynthesis" in window)) return false;
  if (speechSynthesis.getVoices().length > 0) return true;
  const listed = new AbortController();
  speechSynthesis.addEventListener("voiceschanged", () => listed.abort(), { once: true, signal });
  await pass(1_000, AbortSignal.any([signal, listed.signal]));
  return speechSynthesis.getVoices().length > 0;
}

async function sayAloud(sentence: string, language: string, longestMs: number, signal: AbortSignal): Promise<void> {
  const finished = new AbortController();
  const utterance = new SpeechSynthesisUtterance(sentence);
  utterance.lang = language;
  utterance.onend = () => finished.abort();
  utterance.onerror = () => finished.abort();
  speechSynthesis.speak(utterance);
  await pass(longestMs, AbortSignal.any([signal, finished.signal]));
  if (!finished.signal.aborted) speechSynthesis.cancel();
}

/** Resolves after `ms`, or as soon as `signal` says. */
function pass(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", end);
      resolve();
    }, ms);
    signal.addEventListener("abort", end, { once: true });
  });
}
