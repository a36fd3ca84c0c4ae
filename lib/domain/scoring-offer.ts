/** What somebody may have done to an interview's scores. */
export type ScoringOffer = {
  /** Whether they may have it scored again at all. */
  mayScore: boolean;
  /** The model that the installation is configured with, or both; `readings` of each answer, by all of them. Null: the rubric scores. */
  model: { name: string; host: string; readings: number } | null;
};

/**
 * How many calls a model needs for an interview at least: each answer is read several times, and one call writes the
 * summary. Repairs come on top.
 */
export function callsFor(answers: number, readings: number): number {
  return answers === 0 ? 0 : answers * readings + 1;
}
