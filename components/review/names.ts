import { catalogue, type Say } from "@/lib/words/catalogue.ts";
import { names } from "@/lib/words/en/review/names.ts";

/** What the contract's words are called on our pages. */
export const NAMES = catalogue({ en: names });

type Kind = "category" | "type" | "difficulty" | "connection";

/** What a word that came from outside is called. @param unknown one we have no words for; without it, the word as it came */
export function nameOf(kind: Kind, word: string, name: Say<typeof names>, unknown = word): string {
  const key = `${kind}:${word}`;
  return NAMES.has(key) ? name(key) : unknown;
}
