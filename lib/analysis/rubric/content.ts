import { questionType } from "../../domain/question-weights.ts";
import type { Findings } from "./findings.ts";
import { saturate } from "./signals/saturate.ts";

/**
 * What can be asked of an answer: `known`, an ideal answer says what is right; `open`, there are many ways to be right, and what is
 * written down only hints at them; `told`, an experience; `described`, an experience of which the ideal answer only says what a good one is like.
 */
export type Kind = "known" | "open" | "told" | "described";

/** By what the question asks for, then by what is written down. */
export function kindOf(type: string, { ideal, experience, described }: Findings): Kind {
  if (experience || ["behavioral", "culture"].includes(questionType(type))) return described ? "described" : "told";
  return ideal === null || described || questionType(type) === "situational" ? "open" : "known";
}

/**
 * So much of an ideal answer is met by talk about anything else, and more the more different words it has: answers to other questions, cut at
 * 15, 60, 120 and 200 words, hold 0, .05, .08 and .1 of it in the median.
 */
const MOST_BY_ACCIDENT: Record<Kind, number> = { known: 0.05, open: 0.14, told: 0.14, described: 0.14 };
const ACCIDENT_SCALE = 55;

function byAccident(kind: Kind, things: number): number {
  return MOST_BY_ACCIDENT[kind] * (1 - Math.exp(-things / ACCIDENT_SCALE));
}

/**
 * How soon what is met makes a full answer. Of an ideal answer that says what is right, the middle graded answer holds a third, one in ten more
 * than half. One that hints or describes is met in other words: the best tuning turns hold a quarter of it.
 */
const BEND: Record<Kind, number> = { known: 2.5, open: 10, told: 10, described: 14 };

/** Keywords are hints; the ideal answer says more. Words that are only named are no knowledge: they count as far as something is said. */
const IDEAL_SHARE = 0.85;

/**
 * How an answer's density counts (signals/density.ts). `accident`: with so little of it on the subject, the subject is met by accident, as in
 * any talk. `half`: from there on, with so much more, it counts half.
 */
const DENSITY: Record<Kind, { accident: number; half: number }> = {
  known: { accident: 0, half: 0.1 },
  open: { accident: 0.08, half: 0.03 },
  told: { accident: 0.08, half: 0.08 },
  described: { accident: 0.08, half: 0.03 },
};

/**
 * How much of what was asked for is in the answer, 0..1. What the template says decides, in a told experience, too. Beside it counts what is
 * told in one's own words, as far as there is more than one way to be right.
 */
export function contentOf(kind: Kind, findings: Findings): number {
  const stated = statedContent(kind, findings);
  const own = ownContent(findings);
  if (stated === null) return UNSTATED_MOST * saturate(own, 2);
  if (findings.ideal === null) return KEYWORDS_SHARE * stated + OWN_BESIDE_KEYWORDS * saturate(own, 2);
  const met = kind === "described" ? stated * livedShare(findings) : stated;
  return met + (1 - met) * OWN_WORDS[kind] * own;
}

/**
 * How far a described experience was lived, 0..1: general talk meets a description as soon as an experience does, but has a deed in few of its
 * clauses; and a word or two of the description are met by accident.
 */
function livedShare({ concrete, density, things }: Findings): number {
  const met = (density ?? 0) * things;
  return Math.min(1, Math.max(0, concrete - GENERAL) / (CONCRETE - GENERAL)) * (met / (met + FEW_MET));
}

/** Concreteness of general talk, and of what was lived: on the tuning part .2 to .5 and .6 to 1. */
const GENERAL = 0.2;
const CONCRETE = 0.7;
/** So many words of the description count half. */
const FEW_MET = 1.5;

/** What telling in one's own words can make up of what is not met of the expected. Chosen so that no attack on the tuning part gets above 30. */
const OWN_WORDS: Record<Kind, number> = { known: 0, open: 0.2, told: 0.25, described: 0.3 };
/** Keywords alone are hints of an answer, not a checklist. */
const KEYWORDS_SHARE = 0.5;
const OWN_BESIDE_KEYWORDS = 0.4;

/** Null when the question has neither keywords of its own nor an ideal answer. */
export function statedContent(
  kind: Kind,
  { ideal, terms, density, topical, things, wording }: Findings,
): number | null {
  const named = terms?.value ?? null;
  if (ideal === null) return named;
  const accident = byAccident(kind, things);
  const said = saturate((ideal - accident) / (1 - accident), BEND[kind]);
  const hinted = named === null ? said : IDEAL_SHARE * said + (1 - IDEAL_SHARE) * Math.min(named, said);
  if (kind === "known") return hinted * precision(kind, density ?? 0);
  return hinted * precision(kind, topical ?? 0) * (LISTED + (1 - LISTED) * wording);
}

/** What was done or would be done is said in sentences; words of it that are only listed keep so much. */
const LISTED = 0.4;

function precision(kind: Kind, density: number): number {
  const { accident, half } = DENSITY[kind];
  const above = Math.max(0, density - accident);
  return ((1 - accident + half) * above) / ((1 - accident) * (above + half));
}

/** Nobody can earn more where nobody wrote down what is right. */
const UNSTATED_MOST = 0.5;
/** Talk about anything speaks of work and of the question's words now and then. */
const OWN_DENSITY = { accident: 0.05, half: 0.1 };

/** What says nothing that can be checked keeps so much. */
const TOUCHED = 0.25;
/** A sentence or two are little to go by; from twenty different content words on, more of them earn nothing. */
const BRIEF = 0.55;
const FULL = 20;

/** What is told in one's own words, 0..1: how much of it is about the question or about work, and how concretely it is told. */
function ownContent({ topical, concrete, things }: Findings): number {
  const above = Math.max(0, (topical ?? 0) - OWN_DENSITY.accident);
  const fullness = BRIEF + (1 - BRIEF) * Math.min(1, things / FULL);
  return (above / (above + OWN_DENSITY.half)) * (TOUCHED + (1 - TOUCHED) * concrete) * fullness;
}
