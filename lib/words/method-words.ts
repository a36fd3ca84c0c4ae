import { catalogue } from "./catalogue.ts";
import { methods } from "./en/methods.ts";
import type { Locale } from "./locale.ts";
import { sentenceOf } from "./said.ts";

const sentences = catalogue({ en: methods });

/** How an analysis was made, to stand wherever its scores stand. @param method as it is stored */
export function methodWords(method: string, locale: Locale): string {
  return sentenceOf(sentences, { code: method }, locale);
}

/** The same in a word or two, for where there is little room. @param method null: not known, and nothing is said */
export function shortMethodWords(method: string | null, locale: Locale): string {
  if (method === null) return "";
  const short = `${method}:short`;
  return sentences.has(short) ? sentences.in(locale)(short) : methodWords(method, locale);
}
