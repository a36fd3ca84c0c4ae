import type { Criterion } from "../../domain/criteria.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Kind } from "./content.ts";
import type { Expectations } from "./expectations.ts";
import { listed } from "./listed.ts";
import { firstPersonActions } from "./signals/actions.ts";
import { reasoningIn } from "./signals/reasoning.ts";
import { findStoryParts } from "./signals/story-parts.ts";
import { termCoverage } from "./signals/term-coverage.ts";
import { valuesShown } from "./signals/values.ts";

/* By what the rubric knows each criterion in an answer. */

/** Moves whenever the same answers could get another score, so that two scores are only compared under one version. */
export const RUBRIC_VERSION = "3.0.0";

/** How an answer is made, each 0..1. */
export type Form = Record<
  "reasoning" | "structure" | "story" | "specificity" | "breadth" | "wording" | "values",
  number
>;

/** What one quote shows for a criterion, and how strongly; null when it shows nothing. */
export type Shown = { note: string; strength: number } | null;

/** What a quote is read against. `made`: how much of a point of the ideal answer it makes, 0..1. */
export type Against = { expected: Expectations; made: (quote: Sentence) => number };

type Signs = {
  /** What the form of an answer says about it; sums to 1. */
  form: Partial<Form>;
  /** What share of a level content gives by itself; form makes more or less of the rest. */
  substance: Record<Kind | "unstated", number>;
  shownBy(quote: Sentence, against: Against): Shown;
};

/** From here a sentence makes a point of the ideal answer recognisably. */
const CLOSE_TO_IDEAL = 0.5;

/**
 * Forms are chosen by what the criterion asks for, not fitted:
 * - technical: concrete, with reasons;
 * - communication: a listener can follow, and something is said;
 * - problem solving: reasons, trade-offs and steps;
 * - cultural fit: values shown in deeds, told as an experience.
 *
 * Where an ideal answer says what is right, form counts least: on human-graded technical answers each part of it lowers agreement. Where there
 * are many ways to be right, and most of all where an experience is only described, how it is told has its say.
 */
export const SIGNS: Readonly<Record<Criterion, Signs>> = {
  technical: {
    form: { specificity: 0.4, reasoning: 0.3, breadth: 0.3 },
    substance: { known: 1, open: 0.6, told: 0.7, described: 0.3, unstated: 0.5 },
    shownBy(quote, { expected, made }) {
      const named = termCoverage([quote], expected.terms)?.named ?? [];
      if (named.length > 0) return { note: `Names ${listed(named)}.`, strength: named.length };
      const strength = made(quote);
      return strength >= CLOSE_TO_IDEAL ? { note: "Makes a point of the ideal answer.", strength } : null;
    },
  },
  communication: {
    form: { wording: 0.3, structure: 0.4, breadth: 0.3 },
    substance: { known: 0.6, open: 0.3, told: 0.4, described: 0.05, unstated: 0.25 },
    shownBy(quote) {
      const parts = findStoryParts([quote]);
      const told = (["situation", "task", "result"] as const).filter((part) => parts[part] !== null);
      if (told.length > 0) return { note: `Tells the ${listed(told)}.`, strength: told.length };
      return firstPersonActions(quote) > 0 ? { note: "Says what the speaker did.", strength: 0.5 } : null;
    },
  },
  problem_solving: {
    form: { reasoning: 0.6, specificity: 0.25, structure: 0.15 },
    substance: { known: 0.9, open: 0.4, told: 0.5, described: 0.1, unstated: 0.35 },
    shownBy(quote) {
      const cues = reasoningIn(quote);
      return cues.length > 0 ? { note: `${capital(listed(cues))}.`, strength: cues.length } : null;
    },
  },
  cultural_fit: {
    form: { values: 0.35, story: 0.35, specificity: 0.3 },
    substance: { known: 0.1, open: 0.1, told: 0.1, described: 0.1, unstated: 0.1 },
    shownBy(quote, { expected }) {
      const { shown } = valuesShown([quote], expected.values);
      return shown.length > 0 ? { note: `Shows ${listed(shown)} in something done.`, strength: shown.length } : null;
    },
  },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
