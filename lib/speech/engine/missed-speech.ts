import { SAMPLE_RATE } from "../sound/read-sound.ts";
import type { Span } from "./voice-activity.ts";

/** A word is not longer; what is told to be so lasts over what was not written down. */
const LONGEST_WORD_SECONDS = 1.5;
/** Between words of somebody who thinks. */
const PAUSE_SECONDS = 0.5;
/** In less there may be a breath or a laugh. */
const LEAST_SECONDS = 2;

/**
 * Where somebody speaks and nothing was written down. Whisper passes over sentences now and then, mostly behind a pause, and goes on as if
 * nothing had been said: of our clips with pauses of 1.2 s between them tiny.en lost one word in five so.
 *
 * @param words with their times in seconds of the whole, in order
 */
export function missedSpeech(words: readonly { start: number; end: number }[], speech: readonly Span[]): Span[] {
  const written = words.map(({ start, end }) => ({
    from: (start - PAUSE_SECONDS) * SAMPLE_RATE,
    to: (Math.min(end, start + LONGEST_WORD_SECONDS) + PAUSE_SECONDS) * SAMPLE_RATE,
  }));
  const left = speech.flatMap((span) =>
    written.reduce<Span[]>((parts, word) => parts.flatMap((part) => without(part, word)), [span]),
  );
  return joined(left).filter(({ from, to }) => to - from >= LEAST_SECONDS * SAMPLE_RATE);
}

/** What is said between two breaths, each by itself. */
export function stretchesOf(speech: readonly Span[]): Span[] {
  return joined(speech, PAUSE_SECONDS);
}

/** What follows each other without a word between. */
function joined(spans: readonly Span[], seconds = 2 * PAUSE_SECONDS): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last && span.from - last.to < seconds * SAMPLE_RATE) all.splice(-1, 1, { from: last.from, to: span.to });
    else all.push(span);
  }
  return all;
}

function without(span: Span, { from, to }: Span): Span[] {
  if (to <= span.from || from >= span.to) return [span];
  const before = { from: span.from, to: Math.round(from) };
  const after = { from: Math.round(to), to: span.to };
  return [before, after].filter((part) => part.to > part.from);
}
