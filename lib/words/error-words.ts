import { catalogue, type Params, type ParamsOf } from "./catalogue.ts";
import { errors } from "./en/errors.ts";
import type { Locale } from "./locale.ts";

const sentences = catalogue({ en: errors });

/** A refusal's sentence: its code, or `code:which` where the code says several things. */
export type ErrorKey = keyof typeof errors;

export type ErrorParams<Key extends ErrorKey> = ParamsOf<(typeof errors)[Key]>;

/** One sentence for a person: what happened, and what to do. */
export function errorWords(key: ErrorKey, params: Params, locale: Locale): string {
  return (sentences.in(locale) as (key: ErrorKey, params: Params) => string)(key, params);
}
