import type { Sentence } from "../../text/sentences.ts";
import { contentStems, readWords } from "../../text/words.ts";
import { DEFAULT_VALUES, touches, type WordFamily } from "../word-families.ts";
import { firstPersonActions } from "./actions.ts";

export type ValuesShown = { value: number; shown: string[] };

/** Nobody shows every value in one answer; two, in what they did, are a strong sign. */
const ENOUGH_VALUES = 2;
/** A value that is named without a deed. */
const NAMED_ONLY = 0.4;

/** Manners of speaking that name a value and mean nothing by it. */
const PHRASE = /\bto be (?:\w+ )?honest\b|^\W*honestly\b/i;

/** The organisation's values as families of words: one that the default set knows brings its whole family. */
export function valueFamilies(companyValues: readonly string[]): readonly WordFamily[] {
  const stated = companyValues
    .map((name) => ({ name, own: contentStems(readWords(name)) }))
    .filter(({ own }) => own.size > 0)
    .map(({ name, own }) => ({ name, stems: own.union(relatedStems(own)) }));
  return stated.length > 0 ? stated : DEFAULT_VALUES;
}

function relatedStems(own: ReadonlySet<string>): ReadonlySet<string> {
  const known = DEFAULT_VALUES.filter((each) => [...own].some((stem) => each.stems.has(stem)));
  return new Set(known.flatMap((each) => [...each.stems]));
}

/** Which values the answer shows, 0..1: whole where a sentence tells a deed with it, less where it is only named. */
export function valuesShown(sentences: readonly Sentence[], families: readonly WordFamily[]): ValuesShown {
  const read = sentences.map((sentence) => ({
    stems: new Set(PHRASE.test(sentence.text) ? [] : sentence.words.map((word) => word.stem)),
    deed: firstPersonActions(sentence) > 0,
  }));
  let sum = 0;
  const shown: string[] = [];
  for (const family of families) {
    const touching = read.filter(({ stems }) => touches(stems, family));
    if (touching.length === 0) continue;
    const lived = touching.some(({ deed }) => deed);
    sum += lived ? 1 : NAMED_ONLY;
    if (lived) shown.push(family.name);
  }
  return { value: Math.min(1, sum / Math.min(ENOUGH_VALUES, families.length)), shown };
}
