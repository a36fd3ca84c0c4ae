import type { Scorer } from "../../analysis/scorer.ts";
import { CliError } from "../../runtime/cli-error.ts";
import type { Judged } from "./measures/measure.ts";
import type { OwnSet } from "./own-set.ts";
import { scoreSet } from "./score-set.ts";

/**
 * Scores answers of the own set. A table over part of them would say something else than it seems to, so all of them count.
 * @throws CliError with the reason for the first that could not be scored
 */
export async function judge(set: OwnSet, scorer: Scorer, concurrency?: number): Promise<Judged[]> {
  const scored = await scoreSet(set, scorer, concurrency);
  return set.answers.map((answer, at) => {
    const one = scored[at];
    if (one?.interview) return { ...answer, score: one.score, interview: one.interview };
    throw new CliError(`${answer.id} could not be scored: ${one?.failure}`);
  });
}
