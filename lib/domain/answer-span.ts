/** A moment of the recording: a segment's number and the media time within it. */
export type Moment = { segmentIndex: number; offsetMs: number };

/** Where an answer is in the recording. */
export type AnswerSpan = {
  from: Moment;
  /** What comes next; null: the answer may last until the recording ends. */
  until: Moment | null;
  /** How long it took by the client's clock; null where it does not say. */
  longestMs: number | null;
};

type Marked = { segmentIndex: number | null; segmentOffsetMs: number | null };
type Answer = Marked & { text: string; answeredBy: string | null; durationSeconds: number | null };

/**
 * Whether there may be an answer that only the recording has: nothing is written, it was not passed over, and it has its place in the
 * recording. A blank answer with a mark may have been spoken where the browser heard nothing.
 */
export function isOnlySpoken(answer: Answer): boolean {
  return answer.text.trim() === "" && answer.answeredBy !== "skipped" && momentOf(answer) !== null;
}

/**
 * Where an answer is in the recording, or null without a mark. It ends after its duration, at the next mark of a question or an answer, or
 * with the recording, whichever comes first: a duration counts time in which nothing was recorded, too, and many clients send none or 0.
 *
 * @param marks of all questions and answers of the session, in any order
 */
export function spanOf(answer: Answer, marks: readonly Marked[]): AnswerSpan | null {
  const from = momentOf(answer);
  if (!from) return null;
  const later = marks.flatMap((mark) => momentOf(mark) ?? []).filter((moment) => compare(moment, from) > 0);
  const until = later.sort(compare)[0] ?? null;
  return { from, until, longestMs: answer.durationSeconds ? Math.round(answer.durationSeconds * 1000) : null };
}

function momentOf({ segmentIndex, segmentOffsetMs }: Marked): Moment | null {
  return segmentIndex === null || segmentOffsetMs === null ? null : { segmentIndex, offsetMs: segmentOffsetMs };
}

function compare(a: Moment, b: Moment): number {
  return a.segmentIndex - b.segmentIndex || a.offsetMs - b.offsetMs;
}
