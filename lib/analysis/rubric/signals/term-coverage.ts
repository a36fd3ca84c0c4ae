import { hasGrammar, type Sentence } from "../../text/sentences.ts";
import { joinedStem, type Word } from "../../text/words.ts";
import type { Term } from "../expectations.ts";
import { saturate } from "./saturate.ts";

/** `value` is null when the question itself names every term. */
export type TermCoverage = { value: number | null; named: string[]; missing: string[] };

/** Half of the terms already earn more than three quarters: keywords are hints of an answer, not a checklist. */
const BEND = 2.5;

/**
 * Which expected terms the sentences name, each term within one sentence; a sentence without grammar only lists. Null when
 * the question expects none.
 */
export function termCoverage(sentences: readonly Sentence[], terms: readonly Term[]): TermCoverage | null {
  if (terms.length === 0) return null;
  const initials = new Set(terms.map(({ joined }) => joined[0]));
  const spoken = sentences.filter(hasGrammar).map((sentence) => spokenStems(sentence.words, initials));
  const isNamed = ({ stems, joined }: Term) =>
    spoken.some((said) => said.has(joined) || stems.every((stem) => said.has(stem)));
  const named = terms.filter(isNamed);
  const telling = terms.filter((term) => !term.given);
  const share = named.filter((term) => !term.given).length / telling.length;
  return {
    value: telling.length > 0 ? saturate(share, BEND) : null,
    named: named.map((term) => term.label),
    missing: terms.filter((term) => !named.includes(term)).map((term) => term.label),
  };
}

/** The stems of the words, and of neighbours written as one: those that begin as a term does, since a stem begins as its word. */
function spokenStems(words: readonly Word[], initials: ReadonlySet<string | undefined>): Set<string> {
  const said = new Set(words.map((word) => word.stem));
  for (let at = 1; at < words.length; at += 1)
    if (initials.has(words[at - 1]?.plain[0])) said.add(joinedStem(words.slice(at - 1, at + 1)));
  return said;
}
