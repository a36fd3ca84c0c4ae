import { type GivenWords, isTextSpoken, spokenWordings } from "../../domain/answer.ts";
import { type MediaMark, type PlacedSegment, toRecordingSeconds } from "../../domain/media-time.ts";
import { readWords } from "../text/words.ts";

/** What tells when something was said: the answer's mark, how long it took, and what a model heard and when. */
export type TimedAnswer = MediaMark &
  Omit<GivenWords, "transcripts"> & {
    durationSeconds: number | null;
    /** `spans` as stored: `{ text, start_ms, end_ms }` from the answer's beginning, words or sentences; newest first. */
    transcripts: readonly { text: string; spans: unknown }[];
  };

/** A moment of the published recording, in seconds; null: it has no place there. `approximate`: estimated, not heard. */
export type Placed = { media_offset_seconds: number | null; approximate: boolean };

type Span = { text: string; start_ms: number; end_ms: number };
type Heard = { offsetMs: number; exact: boolean };

/**
 * When a quote was said. Where a transcript has times: when its first word begins, as it was heard. Without: as far into the answer's time
 * as the quote stands into its text. What was typed has no moment, because nobody said it. It is worked out whenever somebody looks, because the recording's own time may move with a new version.
 */
export function placeQuote(quote: string, answer: TimedAnswer | null, segments: readonly PlacedSegment[]): Placed {
  const said = answer && markQuote(quote, answer);
  const seconds = said && toRecordingSeconds(said.mark, segments);
  return { media_offset_seconds: seconds, approximate: seconds === null || said?.approximate !== false };
}

/** The same as a mark in the answer's segment; null where the answer has none, and for what was written. */
export function markQuote(quote: string, answer: TimedAnswer): { mark: MediaMark; approximate: boolean } | null {
  const { segmentIndex, segmentOffsetMs } = answer;
  if (segmentIndex === null || segmentOffsetMs === null) return null;
  const heard = whenHeard(quote, answer);
  const share = heard ? 0 : shareBefore(quote, answer);
  if (share === null) return null;
  const offsetMs = heard?.offsetMs ?? Math.round(share * (answer.durationSeconds ?? 0) * 1000);
  return { mark: { segmentIndex, segmentOffsetMs: segmentOffsetMs + offsetMs }, approximate: !heard?.exact };
}

function whenHeard(quote: string, { transcripts }: TimedAnswer): Heard | null {
  const wanted = plainWords(quote);
  for (const { spans } of transcripts) {
    const times = spansOf(spans).flatMap(wordTimes);
    const at = indexOfRun(
      times.map(({ plain }) => plain),
      wanted,
    );
    const first = times[at];
    if (first) return { offsetMs: first.offsetMs, exact: first.exact };
  }
  return null;
}

/** The words of a span. The first begins with it; those inside a sentence are spread evenly over its time. */
function wordTimes({ text, start_ms, end_ms }: Span): (Heard & { plain: string })[] {
  const words = plainWords(text);
  return words.map((plain, at) => ({
    plain,
    offsetMs: Math.round(start_ms + ((end_ms - start_ms) * at) / words.length),
    exact: at === 0,
  }));
}

function plainWords(text: string): string[] {
  return readWords(text).map((word) => word.plain);
}

function indexOfRun(words: readonly string[], wanted: readonly string[]): number {
  if (wanted.length === 0) return -1;
  return words.findIndex((_, at) => wanted.every((word, offset) => words[at + offset] === word));
}

/** How much of what was said comes before a quote, 0–1; null where it was written and not said. */
function shareBefore(quote: string, answer: TimedAnswer): number | null {
  const wanted = plainWords(quote);
  for (const said of spokenWordings(answer)) {
    const at = said.indexOf(quote);
    if (at >= 0) return at / said.length;
    const words = plainWords(said);
    const run = indexOfRun(words, wanted);
    if (run >= 0) return run / words.length;
  }
  return isTextSpoken(answer) ? 0 : null;
}

function spansOf(stored: unknown): Span[] {
  return Array.isArray(stored) ? (stored as Span[]) : [];
}
