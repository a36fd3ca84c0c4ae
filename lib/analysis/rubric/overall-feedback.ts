import { CRITERIA, type CriterionScores } from "../../domain/criteria.ts";
import { criteria } from "../../words/en/criteria.ts";
import type { Finding } from "../scorer.ts";

/** Ends every overall feedback, so that nobody takes the estimate for more than it is. */
export const DISCLAIMER =
  "This is a rubric estimate of wording and structure: it was not made by AI, and it does not check whether an answer is correct.";

/** Two criteria closer than this are not told apart in words. */
const LEAST_GAP = 5;

/** Two to four plain sentences on an interview of which at least one question was judged, from the questions' findings alone. */
export function writeOverallFeedback(categories: CriterionScores, questions: readonly Finding[]): string {
  const assessed = questions.filter(({ score }) => score !== null);
  const sentences = [coverage(assessed.length, questions.length), contrast(categories), advice(assessed), DISCLAIMER];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function coverage(assessed: number, asked: number): string {
  if (assessed === asked)
    return asked === 1 ? "The one question was answered." : `All ${asked} questions were answered.`;
  return `${assessed} of ${asked} questions could be judged; one without an answer counts as 0.`;
}

function contrast(categories: CriterionScores): string {
  const known = CRITERIA.map((criterion) => ({ criterion, score: categories[criterion] })).filter(
    ({ score }) => score !== null,
  );
  const sorted = known.sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const [best, worst] = [sorted[0], sorted.at(-1)];
  if (best === undefined || worst === undefined || (best.score ?? 0) - (worst.score ?? 0) < LEAST_GAP)
    return "The four areas came out about alike.";
  return `Most was shown in ${criteria[best.criterion].content} (${best.score}), least in ${criteria[worst.criterion].content} (${worst.score}).`;
}

/** The advice given most often; the alphabet breaks ties, so that the order of the questions never shows. */
function advice(assessed: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const text of assessed.flatMap(({ improvements }) => improvements))
    counts.set(text, (counts.get(text) ?? 0) + 1);
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most !== undefined && most[1] >= 2 ? `In ${most[1]} answers: ${most[0]}` : "";
}
