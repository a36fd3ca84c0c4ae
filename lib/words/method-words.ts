import { catalogue } from "./catalogue.ts";
import { methods } from "./en/methods.ts";
import type { Locale } from "./locale.ts";
import { sentenceOf } from "./said.ts";

const sentences = catalogue({ en: methods });

/** How an analysis was made, to stand wherever its scores stand. @param method as it is stored */
export function methodWords(method: string, locale: Locale): string {
  return sentenceOf(sentences, { code: method }, locale);
}
