import { newStemmer } from "snowball-stemmers";
import { EMPTY_WORDS, FUNCTION_WORDS, INTERJECTIONS } from "./stop-words.ts";

/** A word of a text: where it stands (UTF-16 offsets), its plain form, and its stem. */
export type Word = { start: number; end: number; plain: string; stem: string; kind: "function" | "empty" | "content" };

/** Letters with their marks and inner apostrophes (`C++`, `don't`), or a number (`3.5`, `1,476`). Linear on any input. */
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{M}]*)*[+#]{0,2}|\p{N}+(?:[.,]\p{N}+)*\p{L}*/gu;

/** The longest English word in ordinary use has 34 letters; stemming a longer run of letters only costs time. */
const LONGEST_STEMMED = 40;
const REMEMBERED_STEMS = 20_000;

const stemmer = newStemmer("english");
const stems = new Map<string, string>();

/** The words of a text in order. Hyphens, underscores and dots separate: `node.js` is two words, wherever it is written. */
export function readWords(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const plain = plainForm(match[0]);
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      plain,
      stem: stemOf(plain),
      kind: FUNCTION_WORDS.has(plain)
        ? "function"
        : EMPTY_WORDS.has(plain) || INTERJECTIONS.has(plain)
          ? "empty"
          : "content",
    });
  }
  return found;
}

/** The stems of the words that carry content, each once, in order of first use. */
export function contentStems(words: readonly Word[]): Set<string> {
  return new Set(words.filter((word) => word.kind === "content").map((word) => word.stem));
}

/** Words written as one: `roll back` gives what `rollback` gives. */
export function joinedStem(words: readonly Word[]): string {
  return stemOf(words.map((word) => word.plain).join(""));
}

/** Stems of a list of single words, for the rubric's own vocabularies. */
export function stemSet(list: string): ReadonlySet<string> {
  return new Set(readWords(list).map((word) => word.stem));
}

function plainForm(written: string): string {
  return written.normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(/'s$/, "");
}

function stemOf(plain: string): string {
  if (plain.length > LONGEST_STEMMED) return plain;
  const known = stems.get(plain);
  if (known !== undefined) return known;
  if (stems.size >= REMEMBERED_STEMS) stems.clear();
  const stem = stemmer.stem(oneSpelling(plain));
  stems.set(plain, stem);
  return stem;
}

/** British and American spelling count the same: `normalise` is `normalize`, `behaviour` is `behavior`. */
function oneSpelling(plain: string): string {
  return plain.replace(/is(e[ds]?|ers?|ing|ations?)$/, "iz$1").replace(/our(s|ed|ing|al)?$/, "or$1");
}
