import type { Band } from "../../lib/contract/score-band.ts";
import { catalogue } from "../../lib/words/catalogue.ts";
import { scores } from "../../lib/words/en/review/scores.ts";
import type { Locale } from "../../lib/words/locale.ts";

const sentences = catalogue({ en: scores });

/** What a score could as well have been, in whole points, as more would look exacter than it is: `probably 49–67`. */
export function bandWords(band: NonNullable<Band>, locale: Locale): string {
  return sentences.in(locale)("band", { range: rangeOf(band) });
}

/** `49–67`, or `58` where both are the same. */
export function rangeOf({ low, high }: NonNullable<Band>): string {
  const [from, to] = [Math.round(low), Math.round(high)];
  return from === to ? String(from) : `${from}–${to}`;
}

/** The same before other words on how sure a score is; those alone where it is not known. */
export function saidWith(band: Band, words: string, locale: Locale): string {
  return band === null ? words : sentences.in(locale)("by", { method: bandWords(band, locale), sureness: words });
}
