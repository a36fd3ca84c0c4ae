import { catalogue } from "./catalogue.ts";
import { flags } from "./en/flags.ts";
import type { Locale } from "./locale.ts";
import { type Said, sentenceOf } from "./said.ts";

const sentences = catalogue({ en: flags });

/** A flag that is raised today: what scorers raise, and what there must be words for. */
export type FlagKey = keyof typeof flags;

/** What a flag says to whoever is about to believe a score. */
export function flagWords(flag: Said, locale: Locale): string {
  return sentenceOf(sentences, flag, locale);
}
