import type { Catalogue, Params, Sentences } from "./catalogue.ts";
import { keyOf } from "./happened.ts";
import type { Locale } from "./locale.ts";

/**
 * Something that is told, as it is stored: which sentence, and what stands in it. What there is no sentence for keeps the words that it
 * came with, as it came.
 */
export type Said = {
  code: string;
  /** Which of the sentences that the code has; absent: the one by its own name. */
  say?: string | null;
  params?: Params;
  /** Words that are nobody's but the sender's. */
  message?: string | null;
};

/** Says what was stored. A code that has no sentence, and came without words, is told by its name. */
export function sentenceOf<English extends Sentences>(sentences: Catalogue<English>, said: Said, locale: Locale) {
  const key = keyOf(said);
  if (said.message != null) return said.message;
  if (!sentences.has(key)) return said.code;
  const say: unknown = sentences.in(locale); // which key it is, and so what it needs, is known to what is stored alone
  return (say as (key: string, params: Params) => string)(key, said.params ?? {});
}
