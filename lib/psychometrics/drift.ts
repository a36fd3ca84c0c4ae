import { quadraticWeightedKappa } from "./agreement.ts";
import { type Figure, figure } from "./figure.ts";
import { LEAST_A_MONTH } from "./least.ts";
import { mean } from "./moments.ts";

/** What a calendar month's answers came to. */
export type Drift = {
  /** 2026-11 */
  month: string;
  /** Of the machine's scores, in points. */
  mean: Figure;
  /** Quadratic weighted kappa with people. */
  agreement: Figure;
};

type Dated = { month: string; human: number; machine: number };

/** The scorer's mean and its agreement with people, month by month, the earliest first: a scorer that drifts shows here. */
export function driftByMonth(cases: readonly Dated[]): Drift[] {
  return [...Map.groupBy(cases, ({ month }) => month)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, own]) => ({
      month,
      mean: figure(own.length, LEAST_A_MONTH, () => mean(own.map(({ machine }) => machine))),
      agreement: quadraticWeightedKappa(own.map(({ human, machine }) => [human, machine])),
    }));
}
