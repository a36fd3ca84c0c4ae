import { CRITERIA, type CriterionScores } from "../../domain/criteria.ts";
import { criteria } from "../../words/en/criteria.ts";
import type { Finding } from "../scorer.ts";
import type { Narration } from "./check-narration.ts";

/** Two criteria closer than this are not told apart in words. Points. */
const LEAST_GAP = 5;
const MOST_RECOMMENDATIONS = 3;

/** The overall words from the findings alone, written by the program: plain, and right. */
export function narrationFromFindings(findings: readonly Finding[], categories: CriterionScores): Narration {
  const assessed = findings.filter(({ score }) => score !== null);
  const missing = CRITERIA.filter((criterion) => categories[criterion] === null);
  const sentences = [
    `${assessed.length} of ${findings.length} answers could be assessed.`,
    assessed.length > 0 ? contrast(categories) : "",
    missing.length > 0 && assessed.length > 0
      ? `Not assessed, because no answer shows it: ${missing.map((criterion) => criteria[criterion].knowledge).join(", ")}.`
      : "",
  ];
  return { feedback: sentences.filter((sentence) => sentence !== "").join(" "), recommendations: advice(assessed) };
}

function contrast(categories: CriterionScores): string {
  const known = CRITERIA.flatMap((criterion) => {
    const score = categories[criterion];
    return score === null ? [] : [{ criterion, score }];
  }).sort((a, b) => b.score - a.score);
  const [best, worst] = [known[0], known.at(-1)];
  if (best === undefined || worst === undefined || known.length === 1) return "";
  if (best.score - worst.score < LEAST_GAP) return "The assessed areas came out about alike.";
  return `Most was shown in ${criteria[best.criterion].knowledge} (${best.score}), least in ${criteria[worst.criterion].knowledge} (${worst.score}).`;
}

/** The first advice of the answers with the lowest scores. */
function advice(assessed: readonly Finding[]): string[] {
  const weakest = assessed.toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0));
  const first = weakest.flatMap(({ improvements: [text] }) => (text === undefined ? [] : [text]));
  return [...new Set(first)].slice(0, MOST_RECOMMENDATIONS);
}
