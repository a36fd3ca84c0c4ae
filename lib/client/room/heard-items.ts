import type { HeardAnswer } from "../../contract/heard-words.ts";
import type { CorrectionDraft } from "./correction-drafts.ts";

/** An answer with its words, as the page shows it. */
export type HeardItem = {
  answerId: string;
  number: number;
  question: string;
  /** As it is being put right, or as it counts. */
  text: string;
  /** `open`: nobody has looked at it; `edited`: its correction is not saved; `right`, `corrected`: done with. */
  state: "open" | "edited" | "right" | "corrected";
};

export type HeardList = {
  items: HeardItem[];
  /** Something is being written down. */
  isWaiting: boolean;
  /** Numbers of the questions in whose answers no words were heard, and of those that are not written down. */
  silent: number[];
  undone: number[];
  /** Whom the licences of what heard them want named. */
  credits: string[];
};

/** @param draftOf what this tab keeps of an answer, by its id */
export function listHeard(
  answers: readonly HeardAnswer[],
  draftOf: (answerId: string) => CorrectionDraft | null,
): HeardList {
  const written = answers.filter(({ state }) => state === "written");
  return {
    items: written.filter(({ text }) => text).map((answer) => toItem(answer, draftOf(answer.answer_id))),
    isWaiting: answers.some(({ state }) => state === "waiting"),
    silent: written.filter(({ text }) => !text).map(({ number }) => number),
    credits: [...new Set(written.flatMap(({ credit }) => credit ?? []))],
    undone: answers.filter(({ state }) => state === "none").map(({ number }) => number),
  };
}

function toItem(
  { answer_id, number, question, text, corrected }: HeardAnswer,
  draft: CorrectionDraft | null,
): HeardItem {
  const counts = text ?? "";
  const item = { answerId: answer_id, number, question, text: draft?.text ?? counts };
  if (item.text.trim() !== counts.trim()) return { ...item, state: "edited" };
  if (corrected) return { ...item, state: "corrected" };
  return { ...item, state: draft?.text === null ? "right" : "open" };
}
