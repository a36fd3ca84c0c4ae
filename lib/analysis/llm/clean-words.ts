import { hasInventedQuotation } from "../quotes/quotations.ts";
import { isInstruction } from "../text/injection.ts";
import { isNotEnglish } from "../text/language.ts";
import { readSentences } from "../text/sentences.ts";
import type { SampleOutput } from "./output-schema.ts";

/** What a model says about an answer, apart from levels and quotes. */
export type Words = Pick<SampleOutput, "feedback" | "strengths" | "improvements">;

/** Whether the words are in a language that the product's readers did not choose. */
export function isForeign({ feedback, strengths, improvements }: Words): boolean {
  return isNotEnglish(readSentences([feedback, ...strengths, ...improvements].join("\n")));
}

/** The words without sentences that claim something was said which was not, or that speak to whoever reads them next. */
export function cleanWords({ feedback, strengths, improvements }: Words, said: readonly string[]): Words {
  return {
    feedback: cleanText(feedback, said),
    strengths: strengths.map((text) => cleanText(text, said)).filter((text) => text !== ""),
    improvements: improvements.map((text) => cleanText(text, said)).filter((text) => text !== ""),
  };
}

export function cleanText(text: string, said: readonly string[]): string {
  // As a whole first: a quotation may hold a full stop.
  if (!isUnfit(text, said)) return text;
  const kept = readSentences(text).filter((sentence) => !isUnfit(sentence.text, said));
  const joined = kept.map((sentence) => sentence.text).join(" ");
  return isUnfit(joined, said) || hasLoneMark(joined) ? "" : joined;
}

function isUnfit(text: string, said: readonly string[]): boolean {
  return hasInventedQuotation(text, said) || isInstruction(text);
}

/** Half a quotation is left when a sentence out of its middle went. */
function hasLoneMark(text: string): boolean {
  return (text.match(/"/g)?.length ?? 0) % 2 === 1 || /“[^”]*$|^[^“]*”/u.test(text);
}
