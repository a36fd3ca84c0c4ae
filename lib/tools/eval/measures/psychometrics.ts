import { quadraticWeightedKappa, standardizedMeanDifference } from "../../../psychometrics/agreement.ts";
import type { Figure } from "../../../psychometrics/figure.ts";
import { lengthPartialled, rankCorrelation } from "../../../psychometrics/rank-correlation.ts";
import type { Judged, Measure } from "./measure.ts";

/** The tiers as grades that a person gave: each in the middle of its third of the scale, so that they can stand beside points. */
const GRADES: Readonly<Record<string, number>> = { weak: 100 / 6, ok: 50, excellent: 500 / 6 };

/** Under this many answers a line says so: the 95 % interval of a correlation of .5 is wider than ±.15 (Fisher 1921). */
const FEW = 100;

type Graded = { human: number; machine: number; words: number };

/** How the scores stand beside the grades of the set's one maker. Nothing is demanded: few answers, and graded by who wrote them. */
export function psychometrics(judged: readonly Judged[]): Measure[] {
  const graded = judged.flatMap(asGraded);
  const pairs = graded.map(({ human, machine }) => [human, machine] as const);
  return [
    told("quadratic weighted kappa with the maker's grades", quadraticWeightedKappa(pairs)),
    told("standardised mean difference from the maker's grades", standardizedMeanDifference(pairs)),
    told("rank correlation with the maker's grades", rankCorrelation(pairs)),
    told("the same among answers of one length", lengthPartialled(graded)),
    untold(
      "reliability (alpha, split halves) and standard error of measurement",
      "not defined: nobody here answers two questions",
    ),
    untold("people beside people, degradation, drift by month", "not defined: graded once, by one person"),
  ];
}

/** Versions of an answer are no cases of their own; what could not be judged counts as 0 points. */
function asGraded(judged: Judged): Graded[] {
  const tier = "tier" in judged && typeof judged.tier === "string" ? judged.tier : judged.kind;
  const human = GRADES[tier];
  if (human === undefined) return [];
  return [{ human, machine: judged.score ?? 0, words: judged.text.split(/\s+/).filter(Boolean).length }];
}

function told(name: string, { n, ...figure }: Figure): Measure {
  const count = `${n} answers${n < FEW ? ", few" : ""}`;
  return untold(
    name,
    figure.value === null ? `${WITHHELD[figure.why]} (${count})` : `${decimals(figure.value)} (${count})`,
  );
}

const WITHHELD = { too_few: "too few", no_variance: "not defined: they do not differ" };

function untold(name: string, value: string): Measure {
  return { name, demanded: "–", value, holds: null, failing: [] };
}

/** As correlations are written: .83 */
const decimals = (value: number) => value.toFixed(2).replace(/^(-?)0\./, "$1.");
