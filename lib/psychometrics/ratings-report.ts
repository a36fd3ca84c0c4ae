import { type Pair, quadraticWeightedKappa, standardizedMeanDifference } from "./agreement.ts";
import { type Drift, driftByMonth } from "./drift.ts";
import { derived, type Figure, figure } from "./figure.ts";
import { mean } from "./moments.ts";
import { lengthPartialled, rankCorrelation } from "./rank-correlation.ts";
import { cronbachAlpha, splitHalf, standardError } from "./reliability.ts";

/** What people and a scorer said of an interview in one criterion. Scores stand on one scale, such as 0–100. */
export type Rating = {
  interview: string;
  /** Its method and version. */
  scorer: string;
  criterion: string;
  /** By the rater's id. */
  human: Readonly<Record<string, number>>;
  /** Null: not scored. */
  machine: number | null;
  /** How many were said. */
  words: number;
  /** Of the calendar: 2026-11. */
  month: string;
};

/** How a scorer stands beside people in one criterion. Every figure says what it rests on. */
export type CriterionReport = {
  scorer: string;
  criterion: string;
  /** Quadratic weighted kappa of the machine with the mean of the people. Williamson, Xi & Breyer (2012) ask for .70. */
  agreement: Figure;
  /** How far the machine stands above people, in standard deviations. They let it be off by .15. */
  meanDifference: Figure;
  rankCorrelation: Figure;
  /** The same among answers of one length. */
  lengthPartialled: Figure;
  /** Kappa of two people, where two rated: the first two by their ids. */
  humanHuman: Figure;
  /** Kappa of the machine with each of those two, less theirs: below −.10 it stands behind people (Williamson, Xi & Breyer 2012). */
  degradation: Figure;
  drift: Drift[];
};

/** How exact a scorer is over the criteria of an interview, whoever else rated it. */
export type ScorerReport = {
  scorer: string;
  criteria: string[];
  alpha: Figure;
  splitHalf: Figure;
  /** Of the mean over the criteria, in points. */
  standardError: Figure;
};

export type RatingsReport = { criteria: CriterionReport[]; scorers: ScorerReport[] };

/** Everything that stored ratings say of the scorers that they stand beside. Their order makes no difference. */
export function ratingsReport(ratings: readonly Rating[]): RatingsReport {
  const byScorer = sortedGroups(ratings, ({ scorer }) => scorer);
  return {
    criteria: byScorer.flatMap(([scorer, own]) =>
      sortedGroups(own, ({ criterion }) => criterion).map(([criterion, rated]) => ({
        ...{ scorer, criterion },
        ...besidePeople(rated),
      })),
    ),
    scorers: byScorer.map(([scorer, own]) => ({ scorer, ...exactness(own) })),
  };
}

function besidePeople(rated: readonly Rating[]): Omit<CriterionReport, "scorer" | "criterion"> {
  const cases = rated.flatMap(({ human, machine, words, month }) => {
    const people = mean(Object.values(human));
    return machine === null || people === null ? [] : [{ human: people, machine, words, month }];
  });
  const pairs = cases.map(({ human, machine }): Pair => [human, machine]);
  return {
    agreement: quadraticWeightedKappa(pairs),
    meanDifference: standardizedMeanDifference(pairs),
    rankCorrelation: rankCorrelation(pairs),
    lengthPartialled: lengthPartialled(cases),
    ...ofTwoPeople(rated),
    drift: driftByMonth(cases),
  };
}

function ofTwoPeople(rated: readonly Rating[]): Pick<CriterionReport, "humanHuman" | "degradation"> {
  const twice = rated.flatMap(({ human, machine }) => {
    const [first, second] = Object.entries(human).sort(([a], [b]) => (a < b ? -1 : 1));
    return first && second ? [{ first: first[1], second: second[1], machine }] : [];
  });
  const scored = twice.flatMap(({ machine, ...people }) => (machine === null ? [] : [{ ...people, machine }]));
  const kappa = (pairs: Pair[]) => quadraticWeightedKappa(pairs);
  const [withFirst, withSecond, people] = [
    kappa(scored.map(({ first, machine }) => [first, machine])),
    kappa(scored.map(({ second, machine }) => [second, machine])),
    kappa(scored.map(({ first, second }) => [first, second])),
  ];
  return {
    humanHuman: kappa(twice.map(({ first, second }) => [first, second])),
    degradation: derived([withFirst, withSecond, people], (a = 0, b = 0, two = 0) => (a + b) / 2 - two),
  };
}

/** Over the interviews that were scored in every criterion that the scorer knows. */
function exactness(own: readonly Rating[]): Omit<ScorerReport, "scorer"> {
  const criteria = [...new Set(own.map(({ criterion }) => criterion))].sort();
  const people = sortedGroups(own, ({ interview }) => interview).flatMap(([, rated]) => {
    const scores = new Map(rated.map(({ criterion, machine }) => [criterion, machine]));
    const row = criteria.flatMap((criterion) => scores.get(criterion) ?? []);
    return row.length === criteria.length ? [row] : [];
  });
  const alpha = criteria.length < 2 ? figure(people.length, 0, () => null) : cronbachAlpha(people);
  const totals = people.flatMap((row) => mean(row) ?? []);
  return { criteria, alpha, splitHalf: splitHalf(people), standardError: standardError(totals, alpha) };
}

function sortedGroups<T>(of: readonly T[], key: (each: T) => string): [string, T[]][] {
  return [...Map.groupBy(of, key)].sort(([a], [b]) => (a < b ? -1 : 1));
}
