import { type Judged, type Measure, points } from "./measure.ts";

export function confidentlyWrong(judged: readonly Judged[]): Measure {
  return {
    name: "mean score of confident but wrong answers (expected to be too high)",
    demanded: "–",
    value: points(meanOf(judged, "confident_wrong") ?? 0),
    holds: null,
    failing: [],
  };
}

/** The mean of the answers of a kind that got a number; null when none did. */
export function meanOf(judged: readonly Judged[], kind: string): number | null {
  const scores = judged.flatMap((each) => (each.kind === kind && each.score !== null ? [each.score] : []));
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
