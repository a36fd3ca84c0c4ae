import { MAX_TEXT_LENGTH } from "../../../lib/contract/interview.ts";

/** Puts heard words behind what is there, with one space between, and never past what the server takes. */
export function appendWords(text: string, words: string): string {
  const gap = text === "" || words === "" || /\s$/.test(text) ? "" : " ";
  return (text + gap + words).slice(0, MAX_TEXT_LENGTH);
}

/** What was heard, where the answer says something else by now; null when nothing was heard, or nothing changed. */
export function correctedFrom(heard: string, text: string): string | null {
  const words = heard.trim();
  return words === "" || words === text.trim() ? null : words;
}

/** The mean of what the recognition said of itself, or null when it said nothing. */
export function meanConfidence(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.round(mean * 1000) / 1000;
}
