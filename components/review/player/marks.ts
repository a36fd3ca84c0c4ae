import type { ReviewQuestion } from "../../../lib/contract/review.ts";

/** A question that has a place in the recording. */
export type Mark = { position: number; text: string; seconds: number };

/** The questions' marks, in the order of the recording. */
export function marksOf(questions: readonly ReviewQuestion[]): Mark[] {
  return questions
    .flatMap(({ position, text, media_offset_seconds: seconds }) =>
      seconds === null ? [] : [{ position, text, seconds }],
    )
    .sort((a, b) => a.seconds - b.seconds);
}

/** A seek lands a hair before its mark: that still counts as there. */
const NEAR_SECONDS = 0.25;

/** The number of the question that is on at this moment; 0 before the first. */
export function positionAt(marks: readonly Mark[], seconds: number): number {
  return marks.findLast((mark) => mark.seconds <= seconds + NEAR_SECONDS)?.position ?? 0;
}

/** Into a question by more than this, “previous” goes to its beginning first, as music players do. */
const RESTART_AFTER_SECONDS = 3;

/** Where “next” or “previous” leads from this moment, or null at the end. */
export function neighbour(marks: readonly Mark[], seconds: number, direction: "next" | "previous"): number | null {
  const found =
    direction === "next"
      ? marks.find((mark) => mark.seconds > seconds + NEAR_SECONDS)
      : (marks.findLast((mark) => mark.seconds < seconds - RESTART_AFTER_SECONDS) ?? marks[0]);
  return found?.seconds ?? null;
}
