import { catalogue } from "../../lib/words/catalogue.ts";
import { scores } from "../../lib/words/en/review/scores.ts";
import { scoreOf } from "../../lib/words/format.ts";
import type { Locale } from "../../lib/words/locale.ts";
import { OFFLINE_METHOD, SANDBOX_METHOD } from "./words.ts";

const sentences = catalogue({ en: scores });

type Readings = {
  /** Of the scorer; null: not known. */
  method: string | null;
  /** How often each answer was read. */
  readings: number;
  /** Standard deviation over the readings, in points of 100; null: not known. */
  spread: number | null;
};

/** How far readings of the same answer lie apart: `Three readings, ± 4.0`. The rubric has nothing to vary. */
export function spreadWords({ method, readings, spread }: Readings, locale: Locale): string {
  const say = sentences.in(locale);
  if (method === OFFLINE_METHOD || method === SANDBOX_METHOD) return say("same_every_time");
  if (readings <= 1 || spread === null) return say("one_reading");
  if (spread < 0.05) return say("readings_same", { readings });
  return say("readings", { readings, spread: scoreOf(spread, locale) });
}

/**
 * From where to where a category goes over the questions that say something about it: `42–71 over three questions`.
 * Null when none does.
 */
export function rangeWords(levels: readonly (number | null)[], locale: Locale): string | null {
  const say = sentences.in(locale);
  const known = levels.filter((level) => level !== null).map(Math.round);
  if (known.length === 0) return null;
  if (known.length === 1) return say("from_one");
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return say("range", { count: known.length, range: low === high ? String(low) : `${low}–${high}` });
}
