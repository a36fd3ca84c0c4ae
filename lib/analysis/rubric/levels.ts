import { type CriterionScores, perCriterion } from "../../domain/criteria.ts";
import { roundToTenth, weightedMean } from "../../domain/scoring.ts";
import type { Findings } from "./findings.ts";
import { focusOf, type Kind, kindOf } from "./focus.ts";
import { type Form, SIGNS } from "./signs.ts";

/** Wording can show that an answer is well made, never that it is right; so the rubric does not go higher. */
export const CEILING = 85;

/**
 * How much of the substance is what is written down; the rest is how fully and concretely it is told. Hints name a good answer in general
 * words, and a general answer meets them sooner than a concrete one does.
 */
const STATED_SHARE: Record<Kind, number> = { known: 1, open: 1 / 2, told: 1 / 3 };

/** Keywords are hints; the ideal answer says more. */
const IDEAL_SHARE = 0.85;

/**
 * How much of what was asked for is in the answer, 0..1: expected terms and ideal answer where the question has them. Where
 * it has neither, how fully and concretely it is told stands in; whether it is about the question is the focus's business.
 */
export function substance(findings: Findings): number {
  return statedSubstance(findings) ?? toldSubstance(findings);
}

function toldSubstance(findings: Findings): number {
  return (structure(findings) + findings.specificity.value + findings.breadth) / 3;
}

function contentOf(kind: Kind, findings: Findings): number {
  const share = STATED_SHARE[kind];
  return share * substance(findings) + (1 - share) * toldSubstance(findings);
}

/** A technical answer is structured by its reasoning, a told experience by its parts. */
function structure({ story, reasoning }: Findings): number {
  return Math.max(story, reasoning.value);
}

/** Null when the question has neither keywords of its own nor an ideal answer. */
export function statedSubstance({ ideal, terms }: Findings): number | null {
  return weightedMean([
    { value: ideal, weight: IDEAL_SHARE },
    { value: terms?.value ?? null, weight: 1 - IDEAL_SHARE },
  ]);
}

/** The levels of one answer, 0 to 85, one decimal. */
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
  const stated = statedSubstance(findings) !== null;
  const focus = focusOf(kind, stated, findings);
  return perCriterion((criterion) => {
    const signs = SIGNS[criterion];
    const share = signs.substance[stated ? kind : "unstated"];
    const level = share * content + (1 - share) * mix(signs.form, form);
    return roundToTenth(Math.min(cap, CEILING * focus * level));
  });
}

function mix(row: Partial<Form>, form: Form): number {
  return (Object.entries(row) as [keyof Form, number][]).reduce(
    (sum, [signal, weight]) => sum + weight * form[signal],
    0,
  );
}
