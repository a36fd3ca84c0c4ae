import { CATEGORIES, type CategoryScores, NO_SCORES, roundToTenth, weightedMean } from "../../domain/scoring.ts";
import type { Findings } from "./findings.ts";
import { focusOf, type Kind, kindOf } from "./focus.ts";

/** Wording can show that an answer is well made, never that it is right; so the rubric does not go higher. */
export const CEILING = 85;

/** How an answer is made, each 0..1. */
type Form = Record<"reasoning" | "structure" | "story" | "specificity" | "breadth" | "wording" | "values", number>;

/**
 * What the form of an answer says about each category; rows sum to 1. Chosen by what the category asks for, not fitted:
 * - technical: concrete, with reasons;
 * - communication: a listener can follow, and something is said;
 * - problem solving: reasons, trade-offs and steps;
 * - cultural fit: values shown in deeds, told as an experience.
 */
const FORM: Record<keyof CategoryScores, Partial<Form>> = {
  technical: { specificity: 0.4, reasoning: 0.3, breadth: 0.3 },
  communication: { wording: 0.3, structure: 0.4, breadth: 0.3 },
  problem_solving: { reasoning: 0.6, specificity: 0.25, structure: 0.15 },
  cultural_fit: { values: 0.35, story: 0.35, specificity: 0.3 },
};

/**
 * How much of a level is substance; the rest is form. Where an ideal answer says what is right, that decides: on human-graded
 * technical answers each part of form lowers agreement. Where there are many ways to be right, and for an experience, form has its say.
 * Where nobody wrote anything down, form is most of what can be seen.
 */
const SUBSTANCE_SHARE: Record<keyof CategoryScores, Record<Kind | "unstated", number>> = {
  technical: { known: 1, open: 0.8, told: 0.6, unstated: 0.5 },
  communication: { known: 0.6, open: 0.4, told: 0.25, unstated: 0.25 },
  problem_solving: { known: 0.9, open: 0.65, told: 0.35, unstated: 0.35 },
  cultural_fit: { known: 0.1, open: 0.1, told: 0.1, unstated: 0.1 },
};

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

/** The four levels of one answer, 0 to 85, one decimal. */
export function categoryLevels(type: string, findings: Findings, cap: number): CategoryScores {
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
  const levels: CategoryScores = { ...NO_SCORES };
  for (const category of CATEGORIES) {
    const share = SUBSTANCE_SHARE[category][stated ? kind : "unstated"];
    const level = share * content + (1 - share) * mix(FORM[category], form);
    levels[category] = roundToTenth(Math.min(cap, CEILING * focus * level));
  }
  return levels;
}

function mix(row: Partial<Form>, form: Form): number {
  return (Object.entries(row) as [keyof Form, number][]).reduce(
    (sum, [signal, weight]) => sum + weight * form[signal],
    0,
  );
}
