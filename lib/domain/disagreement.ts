import { roundToTenth } from "./scoring.ts";

/** What one model gave an answer: 0–100, or null for none. */
export type ModelScore = { model: string; score: number | null };

/**
 * How far an answer's score by models may lie above what the built-in rubric finds in the same words, in points. What is further above
 * counts for nothing: whoever talks a model into a hundred points talks nobody else into them. Measured on the tuning part of e2e/eval, as
 * if a model gave full marks to everything: more than this lies between those and the rubric for all 80 attacks and all 20 weak
 * answers, and also for 5 of 20 excellent ones, 6 of 19 in few words and 9 of 10 as speech is written down: that is the price, and a person
 * reads those.
 */
export const MOST_ABOVE_RUBRIC = 65;

/**
 * The same for an interview's overall score. Over several answers the rubric misses less by accident, and passing is the error that nobody
 * looks at again: a model that was talked into good marks instead of full ones (75) still lies more than this above the rubric on 37 of 40
 * attacks. Of interviews drawn of five excellent answers that a model gives 90, 11 % lie above it, and a person looks.
 */
export const MOST_TOTAL_ABOVE_RUBRIC = 50;

/**
 * How far two models may lie apart on an answer, in points: one level of five in everything. Beyond it they have read different things;
 * scoring by two raters sends scores more than one point of the scale apart to a third person (adjacent agreement; Williamson, Xi and
 * Breyer 2012).
 */
export const MOST_APART = 25;

/** What all models together gave an answer; one decimal, null when none gave anything. */
export function modelsScore(scores: readonly ModelScore[]): number | null {
  const given = scores.flatMap(({ score }) => score ?? []);
  return given.length === 0 ? null : roundToTenth(given.reduce((sum, score) => sum + score, 0) / given.length);
}

/** Points by which models stand above the rubric, below it where negative; one decimal, null where either found nothing. */
export function disagreement(models: number | null, rubric: number | null): number | null {
  return models === null || rubric === null ? null : roundToTenth(models - rubric);
}

/** Whether models disagree about an answer: too far apart, or one of them found nothing to go by. */
export function areApart(scores: readonly ModelScore[]): boolean {
  const given = scores.flatMap(({ score }) => score ?? []);
  if (given.length === 0) return false;
  return given.length < scores.length || Math.max(...given) - Math.min(...given) > MOST_APART;
}
