import { heardWords, type StoredSpan, storedSpans } from "../../analysis/hearing/heard-words.ts";
import type { ReviewAnswer, SaidPart } from "../../contract/review.ts";

type Timed = { text: string; spans: unknown; timed: string | null };

/**
 * What was said, in parts that can be played: the words of the best wording there is, each with the time that the latest transcript has of
 * it; or its sentences, where a model knows only their times.
 * @param begins of the answer, in seconds of its file; null: it has no place there
 */
export function saidParts(
  spoken: string | null,
  transcript: Timed | null,
  begins: number | null,
): Pick<ReviewAnswer, "said" | "said_by"> {
  const spans = storedSpans(transcript?.spans);
  if (spoken === null || transcript === null || begins === null || spans.length === 0)
    return { said: [], said_by: null };
  const at = (ms: number) => Math.round(begins * 1000 + ms) / 1000;
  if (isOfWords(transcript, spans)) {
    const said = heardWords(spoken, spans).map(
      ({ written, time }): SaidPart => ({
        text: written,
        start: time && at(time.startMs),
        end: time && at(time.endMs),
      }),
    );
    return said.some(({ start }) => start !== null) ? { said, said_by: "words" } : { said: [], said_by: null };
  }
  if (spoken !== transcript.text) return { said: [], said_by: null }; // nobody knows which of the other words are which
  return {
    said: spans.map(({ text, start_ms, end_ms }) => ({ text, start: at(start_ms), end: at(end_ms) })),
    said_by: "segments",
  };
}

/** Older transcripts do not say what their spans are: then one word in each is. */
function isOfWords({ timed }: Timed, spans: readonly StoredSpan[]): boolean {
  return timed === "words" || (timed === null && spans.every(({ text }) => !/\s/.test(text.trim())));
}
