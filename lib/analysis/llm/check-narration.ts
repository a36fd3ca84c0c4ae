import { z } from "zod";
import { hasInventedQuotation } from "../quotes/quotations.ts";
import { isInstruction } from "../text/injection.ts";
import { isNotEnglish } from "../text/language.ts";
import { readSentences } from "../text/sentences.ts";

export type Narration = { feedback: string; recommendations: string[] };

const LONGEST = 3_000;
const Words = z.string().transform((text) => text.replace(/\s+/g, " ").trim());
const Output = z.object({
  feedback: Words.refine((text) => text !== ""),
  recommendations: z.array(Words).transform((all) => all.filter((text) => text !== "").slice(0, 4)),
});

/** Words that decide, which is for people alone. */
const DECIDES =
  /\b(?:should(?: not|n't)? be (?:hired|rejected|passed)|(?:do not|don't|recommend(?:ed)?(?: to)?|advise(?: to)?) (?:hir(?:e|ing)|reject(?:ing)?|pass(?:ing)?)|(?:has|have) (?:passed|failed)|(?:strong|clear|no|not a) hire|hire (?:this|the|them|him|her)|reject (?:this|the|them|him|her))\b/i;

const SPELLED = /\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)\b/gi;

/** Reads a narration; null when it has not the shape that was asked for. */
export function readNarration(json: unknown): Narration | null {
  const parsed = Output.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/**
 * What is wrong with a narration, in words of ours; empty when it may be shown.
 * @param material the findings it was written from: every number in it must stand there
 * @param quotes what it may put between quotation marks
 */
export function narrationProblems(narration: Narration | null, material: string, quotes: readonly string[]): string[] {
  if (narration === null) return ["It was not one JSON object with both fields."];
  const text = [narration.feedback, ...narration.recommendations].join("\n");
  const given = numbersIn(material);
  const problems: [boolean, string][] = [
    [text.length > LONGEST, "It was too long."],
    [isNotEnglish(readSentences(text)), "It was not in English."],
    [![...numbersIn(text)].every((number) => given.has(number)), "It used numbers that do not stand in the findings."],
    [
      spelledIn(text).some((word) => !spelledIn(material).includes(word)),
      "It spelled out numbers that do not stand there.",
    ],
    [hasInventedQuotation(text, quotes), "It put words between quotation marks that are not among the quotes."],
    [DECIDES.test(text), "It said whether to hire, pass or reject, which is not for it to say."],
    [readSentences(text).some((sentence) => isInstruction(sentence.text)), "It gave instructions about scores."],
  ];
  return problems.flatMap(([stands, words]) => (stands ? [words] : []));
}

/** Every word with a digit in it; plain numbers by their value, so that 70 and 70.0 are one. "Of 100" is a scale, not a number. */
function numbersIn(text: string): Set<string> {
  const withoutScale = text.replace(/(?:\bout of|\bof|\/)\s*100\b/gi, "");
  const words = withoutScale.match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? [];
  return new Set(words.filter((word) => /\p{N}/u.test(word)).map(plainNumber));
}

function plainNumber(word: string): string {
  const value = Number(word.replaceAll(",", ""));
  return Number.isNaN(value) ? word.toLowerCase() : String(value);
}

function spelledIn(text: string): string[] {
  return (text.match(SPELLED) ?? []).map((word) => word.toLowerCase());
}
