/*
 * Where the scores of one scorer part those who can from those who cannot. Scores of two scorers are two measures, and so are scores by two
 * versions of a template: a cut holds for the pair that it was set for, and for nothing else.
 */

/** How cuts are set by people's ratings (lib/psychometrics). */
export const CUT_METHODS = ["contrasting_groups", "angoff"] as const;
export type CutMethod = (typeof CUT_METHODS)[number];

export const CUT_SIDES = ["pass", "fail"] as const;
export type CutSide = (typeof CUT_SIDES)[number];

/** Beside the criteria's own keys: the score of the whole interview. */
export const OVERALL = "overall";

/** From `pass` on an interview is good enough, below `fail` it is not; 0–100. */
export type Cuts = { pass: number; fail: number };

/** What is known of a cut beside where it lies. */
export type CutFigures = {
  /** Rated interviews that belong below it and above it, whatever their score. */
  below: number;
  above: number;
  /** Shares of all rated interviews, 0–1, that it puts above though they belong below, and below though they belong above. */
  falseAbove: number;
  falseBelow: number;
  /** Between these it lies in 95 of 100 such settings. */
  low: number;
  high: number;
  /** Over judges, in points; null where none judged. */
  standardError: number | null;
};

/** Cuts that were set, and their row. */
export type SetCuts = Cuts & { id: string };

/** What tells scores apart that mean something else: who scored, with which model, by which rubric, prompt and code. */
export type ScorerVersions = {
  method: string;
  model: string | null;
  rubricVersion: string;
  promptVersion: string | null;
  scorerVersion: string;
};

/** The scorer that a cut holds for, as it is kept and shown: `offline_rubric 2.2.0`, `openai_compatible model-1 r1 p1 s1`. */
export function scorerKey({ method, model, rubricVersion, promptVersion, scorerVersion }: ScorerVersions): string {
  const isOne = promptVersion === null && scorerVersion === rubricVersion; // the rubric is its own code
  const parts = [method, model, rubricVersion, promptVersion, isOne ? null : scorerVersion];
  return parts.filter((part) => part !== null).join(" ");
}
