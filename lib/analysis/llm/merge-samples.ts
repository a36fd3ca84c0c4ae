import { CRITERIA, type Criterion, type CriterionScores, perCriterion } from "../../domain/criteria.ts";
import { roundToTenth } from "../../domain/scoring.ts";
import type { FlagCode } from "../flags.ts";
import type { Evidence } from "../scorer.ts";
import type { Found } from "./distinct-quotes.ts";
import { overlap } from "./distinct-quotes.ts";
import { enoughCategories, type Sample } from "./take-sample.ts";

export type Merged = {
  levels: CriterionScores;
  spread: CriterionScores;
  feedback: string;
  strengths: string[];
  improvements: string[];
  evidence: Evidence[];
  flags: FlagCode[];
};

/** Points. Levels are 25 apart: samples of 3, 4 and 4 pass (11.8), samples of 3, 4 and 5 do not (20.4). */
const MOST_SPREAD = 20;
const MOST_QUOTES_PER_CATEGORY = 3;
const NO_WORDS = { feedback: "", strengths: [], improvements: [] };

/**
 * Several readings of one answer as one: mean and population standard deviation per category. A category that most readings
 * found no evidence for has no level. The words are those of the reading nearest to the mean.
 * @param askedFor categories whose disagreement matters
 */
export function mergeSamples(samples: readonly Sample[], askedFor: ReadonlySet<Criterion>): Merged {
  const { levels, isTooFew } = enoughCategories(
    perCriterion((category) => mean(known(samples, category), samples.length)),
  );
  const spread = perCriterion((category) => deviation(known(samples, category), levels[category]));
  const flags = new Set(samples.flatMap((sample) => sample.flags));
  if (isTooFew) flags.add("one_category");
  const unstable = CRITERIA.some((category) => askedFor.has(category) && (spread[category] ?? 0) > MOST_SPREAD);
  const readable = samples.filter((sample) => sample.words !== null);
  if (readable.length > 0) flags.delete("words_left_out");
  return {
    levels: perCriterion((category) => rounded(levels[category])),
    spread: perCriterion((category) => rounded(spread[category])),
    ...(nearest(readable, levels)?.words ?? NO_WORDS),
    evidence: mergeEvidence(samples).filter(({ category }) => levels[category] !== null),
    flags: unstable ? [...flags, "unstable_score"] : [...flags],
  };
}

function known(samples: readonly Sample[], category: Criterion): number[] {
  return samples.flatMap(({ levels }) => levels[category] ?? []);
}

function mean(values: readonly number[], asked: number): number | null {
  if (values.length === 0 || values.length * 2 < asked) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[], middle: number | null): number | null {
  if (middle === null) return null;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length);
}

function rounded(value: number | null): number | null {
  return value === null ? null : roundToTenth(value);
}

function nearest(samples: readonly Sample[], middle: CriterionScores): Sample | undefined {
  const distance = ({ levels }: Sample) =>
    CRITERIA.reduce((sum, category) => sum + Math.abs((levels[category] ?? 0) - (middle[category] ?? 0)), 0);
  return samples.toSorted((a, b) => distance(a) - distance(b))[0]; // a stable sort: the first of equals
}

/** Each stretch once per category, those that most samples chose first, in the order of the answer. */
function mergeEvidence(samples: readonly Sample[]): Evidence[] {
  const all = samples.flatMap((sample) => sample.found);
  return CRITERIA.flatMap((category) => {
    const kept: { found: Found; votes: number }[] = [];
    for (const found of all.filter((each) => each.category === category)) {
      const same = kept.find((each) => overlap(each.found, found));
      if (same) {
        same.votes++;
        if (same.found.note === "" && found.note !== "") same.found = found;
      } else kept.push({ found, votes: 1 });
    }
    return kept
      .toSorted((a, b) => b.votes - a.votes)
      .slice(0, MOST_QUOTES_PER_CATEGORY)
      .toSorted((a, b) => a.found.start - b.found.start)
      .map(({ found: { quote, note } }) => ({ quote, category, note }));
  });
}
