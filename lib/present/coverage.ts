import { coverageOnWire, type LookReasons, type Coverage as OnWire } from "../contract/coverage.ts";
import type { Coverage } from "../domain/coverage.ts";
import { LOOK_REASONS } from "../domain/look-reasons.ts";
import { ENGLISH, type Locale } from "../words/locale.ts";
import { lookWords } from "../words/look-words.ts";

/** What an analysis keeps of what it rests on; both fields as they are stored. */
type Kept = { coverage: unknown; lookReasons: readonly string[] };

/** Null: scored before it was kept. */
export function presentCoverage({ coverage }: Pick<Kept, "coverage">): OnWire | null {
  if (coverage === null || coverage === undefined) return null;
  return coverageOnWire(coverage as Coverage);
}

/** @param locale of whoever reads it; programs are told in English */
export function presentReasons({ coverage, lookReasons }: Kept, locale: Locale = ENGLISH): LookReasons {
  const known = LOOK_REASONS.filter((reason) => lookReasons.includes(reason));
  const counted = (coverage ?? null) as Coverage | null;
  return known.map((code) => ({ code, message: lookWords(code, counted, locale).sentence }));
}
