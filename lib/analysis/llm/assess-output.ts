import type { Verification } from "../../ai/call-log.ts";
import { CRITERIA, type Criterion } from "../../domain/criteria.ts";
import type { QuoteVerdict } from "../quotes/verify-quote.ts";
import { isForeign } from "./clean-words.ts";
import { distinctQuotes, type Found } from "./distinct-quotes.ts";
import { readOutput, type SampleOutput } from "./output-schema.ts";

/** What a model returned, with its quotes looked up. */
export type Assessed = {
  output: SampleOutput;
  /** The model found sentences that speak to the scorer. */
  addressed: boolean;
  found: Found[];
  outOfRange: Criterion[];
  /** Categories with a level and no quote of their own that stands in the answer. */
  unsupported: Criterion[];
  /** The only category whose level counts; one is too few for a score. */
  only: Criterion | null;
  foreign: boolean;
  verification: Verification;
};

type Stretch = { start: number; end: number };

/**
 * Reads one output and looks up every quote; null when it cannot be read. What the model itself took for words to the scorer
 * is no evidence.
 * @param sentences where the numbered sentences stand in the answer
 * @param before quotes of the same sample that were found earlier: a repair need not repeat them
 */
export function assessOutput(
  json: unknown,
  verify: (claimed: string) => QuoteVerdict,
  sentences: readonly Stretch[],
  before: readonly Found[] = [],
): Assessed | null {
  const read = readOutput(json);
  if (read === null) return null;
  const { output, outOfRange } = read;
  const addressed = output.addressed.flatMap((number) => sentences[number - 1] ?? []);
  const stated: Found[] = [...before];
  const refused: Verification["refused"] = [];
  for (const { category, quote, note } of output.evidence) {
    const verdict = verify(quote);
    if (!verdict.verified) refused.push({ quote, why: verdict.why });
    else if (addressed.some((part) => part.start < verdict.end && verdict.start < part.end))
      refused.push({ quote, why: "from_instructions" });
    else stated.push({ category, quote: verdict.quote, note, start: verdict.start, end: verdict.end });
  }
  const { kept, shared } = distinctQuotes(stated);
  const added = kept.filter((each) => !before.includes(each)).length;
  const supported = new Set(kept.map(({ category }) => category));
  const levels = CRITERIA.filter((category) => output.levels[category] !== null);
  const counted = levels.filter((category) => supported.has(category));
  return {
    output,
    addressed: addressed.length > 0,
    found: kept,
    outOfRange,
    unsupported: levels.filter((category) => !supported.has(category)),
    only: counted.length === 1 ? (counted[0] ?? null) : null,
    foreign: isForeign(output),
    verification: { verified: added, refused: [...refused, ...shared.map(({ quote }) => ({ quote, why: "shared" }))] },
  };
}

/** What the model is asked to put right, in words of ours alone. */
export function problemsOf(assessed: Assessed | null): string[] {
  if (assessed === null) return ["It was not one JSON object with all the fields that were asked for."];
  const { outOfRange, unsupported, only, foreign, verification } = assessed;
  const isShared = verification.refused.some(({ why }) => why === "shared");
  return [
    ...outOfRange.map((category) => `The level for ${category} was none of 1, 2, 3, 4, 5 and null.`),
    ...unsupported.map(
      (category) =>
        `There was a level for ${category}, but no quote for it that stands in the answer word for word. Copy one, or give null.`,
    ),
    ...(unsupported.length > 0 && isShared
      ? ["The same words were quoted for several categories. Each category needs words of its own."]
      : []),
    ...(only !== null
      ? [
          `Only ${only} has a level with a quote. Look again whether the answer shows another category, with words of its own.`,
        ]
      : []),
    ...(unsupported.length > 0 && verification.refused.some(({ why }) => why !== "shared")
      ? [
          `${verification.refused.filter(({ why }) => why !== "shared").length} of the quotes do not stand in the answer, or are not the candidate's own words.`,
        ]
      : []),
    ...(foreign ? ["Notes, feedback, strengths and improvements were not in English."] : []),
  ];
}
