import type { Locale } from "./locale.ts";

/* How dates, numbers and lengths are written in a language. The one place that knows which rules a language of ours follows. */

/** Whose rules a language is written by, BCP 47: English as in Britain, days before months. */
const RULES: Record<Locale, string> = { en: "en-GB", "en-XA": "en-GB" };

/** `webm, mp4 or mkv` */
export function either(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(RULES[locale], { type: "disjunction" }).format(names);
}

/** `owners, recruiters and reviewers` */
export function all(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(RULES[locale], { type: "conjunction" }).format(names);
}
