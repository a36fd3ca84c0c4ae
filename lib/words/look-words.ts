import type { Coverage } from "../domain/coverage.ts";
import type { LookReason } from "../domain/look-reasons.ts";
import { catalogue, type Params } from "./catalogue.ts";
import { look } from "./en/look.ts";
import type { Locale } from "./locale.ts";

const sentences = catalogue({ en: look });

/** A reason in words: a few for a line of a list, and a sentence. */
export type LookWords = { brief: string; sentence: string };

/**
 * What a reason is called wherever it is shown.
 * @param coverage null: scored before it was kept
 */
export function lookWords(reason: LookReason, coverage: Coverage | null, locale: Locale): LookWords {
  const counts = coverage ? countsOf(coverage) : {};
  const say = (...keys: string[]) => {
    const key = keys.find((each) => sentences.has(each) && (coverage !== null || !each.endsWith("counted"))) ?? reason;
    return (sentences.in(locale) as (key: string, params: Params) => string)(key, counts);
  };
  return {
    brief: say(`${reason}:brief_counted`, `${reason}:brief`),
    sentence: say(`${reason}:counted`, reason),
  };
}

function countsOf({ total, asked, answered, otherWords, unvouched }: Coverage): Params {
  return { total, asked, answered, otherWords, unvouched, unasked: total - asked, unanswered: asked - answered };
}

/** How much a score rests on: `1 of 5`. */
export function basisWords({ scored, total }: Coverage, locale: Locale): string {
  return sentences.in(locale)("basis", { scored, total });
}
