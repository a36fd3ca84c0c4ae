import { questionType } from "../../domain/question-weights.ts";
import type { Findings } from "./findings.ts";

/**
 * What can be asked of an answer: `known`, an ideal answer says what is right; `open`, there are many ways to be right, and what is
 * written down only hints at them; `told`, an experience, whatever is written down.
 */
export type Kind = "known" | "open" | "told";

/**
 * By what the question asks for, then by what is written down. An experience is told in its own words. What somebody would do in a situation,
 * an ideal answer that only describes a good one, and keywords are hints. Otherwise the ideal answer decides: on the graded
 * answers that agrees best with people.
 */
export function kindOf(type: string, { ideal, experience, described }: Findings): Kind {
  if (experience || ["behavioral", "culture"].includes(questionType(type))) return "told";
  return ideal === null || described || questionType(type) === "situational" ? "open" : "known";
}

/** An answer that misses all expected content keeps this part of what its form earned. */
const OFF_SUBJECT = 0.3;
/** With this much expected content an answer is on its subject. */
const ON_SUBJECT_AT = 0.6;
/** Touching the question's topics is a weaker sign than expected content. */
const RELATED_COUNTS = 0.9;

/**
 * Without anything expected only the question's own words are left to compare with, and good answers often share none of
 * them ("What motivates you?"). Two words of work, study or something made do as well as one topic of the question; a single one may
 * be there by accident; an answer without any is hardly about what was asked.
 */
const HARDLY = 0.85;
const ELSEWHERE = 0.3;
const ENOUGH_WORKING = 2;
const RELATED_AT = 0.5;

/** Where nothing is expected, an answer of a sentence is little to go by: below 12 different content words it earns less. */
const BRIEF = 0.6;
const FULL_AT = 0.38;

/**
 * How far the answer is about what was asked, 0..1, for every level alike. An experience may be told without any word of the ideal answer.
 * @param stated whether the question has keywords of its own or an ideal answer
 */
export function focusOf(kind: Kind, stated: boolean, findings: Findings): number {
  if (!stated) return unstatedFocus(findings) * fullness(findings);
  return kind === "told" ? Math.max(statedFocus(findings), unstatedFocus(findings)) : statedFocus(findings);
}

/** By the answer's strongest sign. */
function statedFocus({ ideal, terms, related }: Findings): number {
  const sign = Math.max(ideal ?? 0, terms?.value ?? 0, (related ?? 0) * RELATED_COUNTS);
  return OFF_SUBJECT + (1 - OFF_SUBJECT) * Math.min(1, sign / ON_SUBJECT_AT);
}

/** @see signals/breadth.ts for the scale: .38 is 12 words */
function fullness({ breadth }: Findings): number {
  return BRIEF + (1 - BRIEF) * Math.min(1, breadth / FULL_AT);
}

function unstatedFocus({ related, working }: Findings): number {
  if (working >= ENOUGH_WORKING) return 1;
  if (related === null) return working > 0 ? 1 : HARDLY;
  const least = working > 0 ? HARDLY : ELSEWHERE;
  return least + (1 - least) * Math.min(1, related / RELATED_AT);
}
