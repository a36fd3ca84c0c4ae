import type { ReviewQuestion, ReviewRecording } from "../../../lib/contract/review.ts";

/** A moment of a recording's files: 1 is the recording, 2 and on are those beside it. */
export type Moment = { file: number; seconds: number };

/** A question that has a place in the recording. */
export type Mark = Moment & { position: number; text: string };

/** When in the recording each of the files beside it belongs, in order. */
export type Starts = readonly number[];

export const startsOf = (recording: Pick<ReviewRecording, "other_files">): Starts =>
  recording.other_files.map(({ start_seconds }) => start_seconds);

/** The questions' marks, in the order of the recording. */
export function marksOf(questions: readonly ReviewQuestion[], starts: Starts = []): Mark[] {
  return questions
    .flatMap(({ position, text, media_offset_seconds: seconds, media_file: file }) =>
      seconds === null ? [] : [{ position, text, file, seconds }],
    )
    .sort((a, b) => compare(a, b, starts));
}

export const inFile = (marks: readonly Mark[], file: number) => marks.filter((mark) => mark.file === file);

/** Where a moment is in the time of the recording itself: one of a file beside it is where that file belongs. */
export function atInRecording({ file, seconds }: Moment, starts: Starts): number {
  return file === 1 ? seconds : (starts[file - 2] ?? 0);
}

/** In the order in which it was recorded. A file beside the recording was before what begins there. */
function compare(a: Moment, b: Moment, starts: Starts): number {
  return (
    atInRecording(a, starts) - atInRecording(b, starts) ||
    Number(a.file === 1) - Number(b.file === 1) ||
    a.file - b.file ||
    a.seconds - b.seconds
  );
}

/** A seek lands a hair before its mark: that still counts as there. */
const NEAR_SECONDS = 0.25;

/** The number of the question that is on at this moment of the file that plays; 0 before the first. */
export function positionAt(marks: readonly Mark[], { file, seconds }: Moment): number {
  return inFile(marks, file).findLast((mark) => mark.seconds <= seconds + NEAR_SECONDS)?.position ?? 0;
}

/** Into a question by more than this, “previous” goes to its beginning first, as music players do. */
const RESTART_AFTER_SECONDS = 3;

/** Where “next” or “previous” leads from this moment, or null at the end. */
export function neighbour(
  marks: readonly Mark[],
  { file, seconds }: Moment,
  direction: "next" | "previous",
  starts: Starts = [],
): Mark | null {
  const now = { file, seconds: seconds + NEAR_SECONDS };
  if (direction === "next") return marks.find((mark) => compare(mark, now, starts) > 0) ?? null;
  const index = marks.findLastIndex((mark) => compare(mark, now, starts) <= 0);
  const current = marks[index];
  const isAtBeginning = current?.file === file && seconds - current.seconds <= RESTART_AFTER_SECONDS;
  return (isAtBeginning ? marks[index - 1] : current) ?? marks[0] ?? null;
}

/** A target's least size (WCAG 2.2, 2.5.8) beside the line of a phone's player, in CSS pixels. */
const TARGET_PX = 24;
const PHONE_LINE_PX = 300;

/** Whether a finger on a phone could not tell two of these places on the line apart. */
export function areCrowded(places: readonly number[], durationSeconds: number): boolean {
  const inOrder = places.toSorted((a, b) => a - b);
  const least = (TARGET_PX / PHONE_LINE_PX) * durationSeconds;
  return inOrder.some((place, index) => index > 0 && place - (inOrder[index - 1] ?? 0) < least);
}
