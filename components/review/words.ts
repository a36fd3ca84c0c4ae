import type { ReviewQuestion } from "@/lib/contract/review.ts";

/** The method that asks no model and gives the same every time. */
export const OFFLINE_METHOD = "offline_rubric";

/** Numbers that are made up. */
export const SANDBOX_METHOD = "sandbox";

/** `problem_solving` → `Problem solving`: a word of a client's own, for which there are none of ours. */
export function sentenceCase(word: string): string {
  const words = word.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How many answers there are words or sound of: those that a scorer has to read. */
export function answersToRead(questions: readonly ReviewQuestion[]): number {
  return questions.filter(({ answer }) => answer !== null && !answer.skipped).length;
}
