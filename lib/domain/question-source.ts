/**
 * Who vouches for a question and for how its answer is judged: the interview's template, the employer's own program by its API key,
 * or nobody but the candidate's side. `unknown`: asked before this was kept.
 */
export const QUESTION_SOURCES = ["template", "key", "candidate", "unknown"] as const;
export type QuestionSource = (typeof QUESTION_SOURCES)[number];

/** Whether the employer's side stands behind it. What nobody stands behind decides nothing about how an answer is judged. */
export function isVouched(source: QuestionSource): boolean {
  return source === "template" || source === "key";
}

/** Whether two texts ask the same in the same words; how they are spaced makes no difference. */
export function isSameWording(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
