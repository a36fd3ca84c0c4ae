import { findStretch } from "./find-stretch.ts";
import { fold, foldedWords } from "./fold.ts";

/** What stands between quotation marks of any kind; single ones only where they cannot be apostrophes. */
const QUOTATION =
  /["“”„]([^"“”„]{1,600})["“”]|[«»]([^«»]{1,600})[«»]|‘([^‘]{1,600}?)’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])['`]([^'`\s](?:[^`]{0,598}?[^\s])?)['`](?![\p{L}\p{N}])/gu;

/** One word between marks is a name or a term, not something that somebody is said to have said. */
const LEAST_WORDS = 2;

/**
 * Whether a text puts words between quotation marks that stand in none of the given texts. Made for what a model writes
 * about an answer: a quotation is a claim that these words were said.
 */
export function hasInventedQuotation(text: string, said: readonly string[]): boolean {
  const quotations = [...text.matchAll(QUOTATION)]
    .map((match) => trimmed(fold(match.slice(1).find((group) => group !== undefined) ?? "").text))
    .filter((quotation) => foldedWords(quotation).length >= LEAST_WORDS);
  if (quotations.length === 0) return false; // by far the most: spares the folding of a long answer
  const folded = said.map(fold);
  return quotations.some((quotation) => !folded.some((each) => findStretch(each, quotation)));
}

function trimmed(folded: string): string {
  return folded.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");
}
