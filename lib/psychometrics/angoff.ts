import { roundToTenth } from "../domain/scoring.ts";

/** What one judge expects of a candidate who is only just good enough: a score of 0–100, of the whole or of a question. */
export type Judgement = { judge: string; expected: number };

/** Without a second one nothing is known of how far judges disagree. */
export const LEAST_JUDGES = 2;

/** 97.5 % quantiles of Student's t for 1, 2 … 10 degrees of freedom. With more the last one stands, which is a little too wide. */
const T = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];

/**
 * Angoff: the mean over judges of what each expects of the borderline candidate (Angoff 1971, in Thorndike, Educational Measurement;
 * Cizek & Bunch 2007, ch. 6). A judge of several questions counts once, by the mean.
 * @returns the cut with its standard error over judges and the 95 % interval by it; null with fewer than two judges
 */
export function expectedOfBorderline(
  judgements: readonly Judgement[],
): { cut: number; standardError: number; low: number; high: number } | null {
  const byJudge = [...Map.groupBy(judgements, ({ judge }) => judge).values()];
  const means = byJudge.map((own) => meanOf(own.map(({ expected }) => expected)));
  if (means.length < LEAST_JUDGES) return null;
  const mean = meanOf(means);
  const variance = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (means.length - 1);
  const standardError = Math.sqrt(variance / means.length);
  const reach = (T[Math.min(means.length - 1, T.length) - 1] ?? 0) * standardError;
  return {
    cut: roundToTenth(mean),
    standardError,
    low: roundToTenth(Math.max(0, mean - reach)),
    high: roundToTenth(Math.min(100, mean + reach)),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
