/** The part of the browsers' speech recognition that we use; its class has no standard type yet. */
type SpeechRecognition = {
  continuous: boolean;
  interimResults: boolean;
  lang: string;
  onresult: ((event: SpeechRecognitionEvent) => void) | null;
  onerror: ((event: SpeechRecognitionErrorEvent) => void) | null;
  onend: (() => void) | null;
  start(): void;
  abort(): void;
};
type SpeechRecognitionClass = new () => SpeechRecognition;
type WithRecognition = { SpeechRecognition?: SpeechRecognitionClass; webkitSpeechRecognition?: SpeechRecognitionClass };

type Events = {
  /** Words that are settled. `confidence` is 0–1, or null where the browser does not say. */
  onFinal(text: string, confidence: number | null): void;
  /** Words that may still change; empty when they became final. */
  onInterim(text: string): void;
  /** It does not work here, and will not: no network to the vendor's service, or not allowed. */
  onUnavailable(): void;
};

/** These pass by themselves: a pause, or our own restart. */
const PASSING = new Set(["no-speech", "aborted"]);
/** An end so soon after a start is a failure; this many in a row are final. */
const TOO_SOON_MS = 1_000;
const MAX_TOO_SOON = 3;

/**
 * Whether speech can be written down while it is recorded. Not on phones: their systems give the microphone to one
 * listener at a time, and the recording comes first.
 */
export function canRecognize(): boolean {
  return recognitionClass() !== undefined && !/Android|iPhone|iPad/.test(navigator.userAgent);
}

function recognitionClass(): SpeechRecognitionClass | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = window as WithRecognition;
  return SpeechRecognition ?? webkitSpeechRecognition;
}

/**
 * Listens until the returned function is called. After that nothing is reported any more, however late the service
 * answers: words of one answer never reach the next.
 */
export function recognize(language: string, { onFinal, onInterim, onUnavailable }: Events): () => void {
  const Recognition = recognitionClass();
  if (!Recognition) {
    onUnavailable();
    return () => undefined;
  }
  const recognition = new Recognition();
  let tooSoon = 0;
  let startedAt = 0;

  const start = () => {
    startedAt = performance.now();
    recognition.start();
  };
  const stop = () => {
    recognition.onresult = recognition.onerror = recognition.onend = null;
    recognition.abort();
  };
  const giveUp = () => {
    stop();
    onUnavailable();
  };

  recognition.continuous = true;
  recognition.interimResults = true;
  recognition.lang = language;
  recognition.onresult = ({ results, resultIndex }) => {
    const fresh = Array.from(results).slice(resultIndex);
    for (const result of fresh.filter(({ isFinal }) => isFinal)) {
      const best = result[0];
      if (best) onFinal(best.transcript.trim(), best.confidence > 0 ? best.confidence : null);
    }
    onInterim(
      fresh
        .filter(({ isFinal }) => !isFinal)
        .map((result) => result[0]?.transcript ?? "")
        .join("")
        .trim(),
    );
  };
  recognition.onerror = ({ error }) => {
    if (!PASSING.has(error)) giveUp();
  };
  // Services end a long session, or one with a pause in it, by themselves.
  recognition.onend = () => {
    tooSoon = performance.now() - startedAt < TOO_SOON_MS ? tooSoon + 1 : 0;
    onInterim("");
    if (tooSoon >= MAX_TOO_SOON) giveUp();
    else start();
  };
  start();
  return stop;
}
