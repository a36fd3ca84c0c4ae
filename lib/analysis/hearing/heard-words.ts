import { readWords } from "../text/words.ts";

/** A word or a sentence of a transcript as it is stored; milliseconds from the answer's beginning. */
export type StoredSpan = {
  text: string;
  start_ms: number;
  end_ms: number;
  /** 0–1, where the model gives one for each word. */
  confidence?: number;
};

/** A piece of an answer between spaces, and what is known of how it was heard. */
export type HeardWord = {
  written: string;
  /** Null: not known. */
  confidence: number | null;
  /** Null: nobody knows when it was said. */
  time: { startMs: number; endMs: number } | null;
};

/** How far a word of the transcript is looked for: names are taken out of the text, and stand in the spans. */
const LOOK_AHEAD = 6;

/** The pieces of a text, each with what its transcript says of it. Spans of whole sentences say nothing of a word. */
export function heardWords(text: string, spans: readonly StoredSpan[]): HeardWord[] {
  const single = spans.filter((span) => readWords(span.text).length === 1);
  const plain = single.map((span) => plainOf(span.text));
  let next = 0;
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((written): HeardWord => {
      const wanted = plainOf(written);
      const at = wanted === "" ? -1 : plain.slice(next, next + LOOK_AHEAD).indexOf(wanted);
      const span = at < 0 ? undefined : single[next + at];
      if (span === undefined) return { written, confidence: null, time: null };
      next += at + 1;
      const time = { startMs: span.start_ms, endMs: span.end_ms };
      return { written, confidence: span.confidence ?? null, time };
    });
}

/** Spans as they are stored, whatever stands there. */
export function storedSpans(stored: unknown): StoredSpan[] {
  return Array.isArray(stored) ? (stored as StoredSpan[]) : [];
}

function plainOf(written: string): string {
  return readWords(written)
    .map((word) => word.plain)
    .join(" ");
}
