import { type CriterionScores, perCriterion } from "../../domain/criteria.ts";
import { roundToTenth } from "../../domain/scoring.ts";
import { contentOf, kindOf, statedContent } from "./content.ts";
import type { Findings } from "./findings.ts";
import { type Form, SIGNS } from "./signs.ts";

/** Wording can show that an answer is well made, never that it is right; so the rubric does not go higher. */
export const CEILING = 85;

/** A technical answer is structured by its reasoning, a told experience by its parts. */
function structure({ story, reasoning }: Findings): number {
  return Math.max(story, reasoning.value);
}

/** The levels of one answer, 0 to 85, one decimal: content decides, and how it is told makes more or less of it. */
export function categoryLevels(type: string, findings: Findings, cap: number): CriterionScores {
  const form: Form = {
    reasoning: findings.reasoning.value,
    structure: structure(findings),
    story: findings.story,
    specificity: findings.specificity.value,
    breadth: findings.breadth,
    wording: findings.wording,
    values: findings.values.value,
  };
  const kind = kindOf(type, findings);
  const content = contentOf(kind, findings);
  const stated = statedContent(kind, findings) !== null;
  return perCriterion((criterion) => {
    const signs = SIGNS[criterion];
    const share = signs.substance[stated ? kind : "unstated"];
    return roundToTenth(Math.min(cap, CEILING * content * (share + (1 - share) * mix(signs.form, form))));
  });
}

function mix(row: Partial<Form>, form: Form): number {
  return (Object.entries(row) as [keyof Form, number][]).reduce(
    (sum, [signal, weight]) => sum + weight * form[signal],
    0,
  );
}
