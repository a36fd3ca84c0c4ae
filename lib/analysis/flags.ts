import { CRITERIA, type Criterion } from "../domain/criteria.ts";
import type { LookReason } from "../domain/look-reasons.ts";
import { type FlagKey, flagWords } from "../words/flag-words.ts";
import type { Flag } from "./scorer.ts";

/** Scorers read English, and write what they find in English. */
const SCORED_IN = "en";

/** That no question asked for a criterion: one flag for each. */
const NEVER_ASKED = Object.fromEntries(CRITERIA.map((criterion) => [`indirect_${criterion}`, false])) as Record<
  `indirect_${Criterion}`,
  false
>;

/**
 * What a person should know before believing a score (its words: lib/words/en/flags.ts). True: the score must not decide anything until
 * somebody has looked. The others only explain.
 */
const NEEDS_PERSON = {
  sandbox: false,
  no_answer: false,
  no_transcript: true,
  too_short: false,
  not_english: true,
  partly_not_english: true,
  low_confidence: true,
  poor_audio: true,
  unclear_words: true,
  instructions_in_answer: true,
  gibberish: true,
  question_echo: true,
  keyword_stuffing: true,
  repetition: true,
  off_topic: true,
  nothing_expected: true, // an estimate of form recommends nothing
  unverified_quote: true,
  unsupported_level: true,
  one_category: true,
  far_above_rubric: true,
  total_above_rubric: true,
  models_disagree: true,
  level_out_of_range: true,
  unstable_score: true,
  words_left_out: false,
  no_answers: true,
  partly_answered: false, // it keeps from passing (lib/domain/coverage.ts), and saves nobody from a low score
  little_evidence: false,
  ...NEVER_ASKED,
} as const satisfies Partial<Record<FlagKey, boolean>>;

export type FlagCode = keyof typeof NEEDS_PERSON;

export function flag(code: FlagCode): Flag {
  return { code };
}

/** What a flag says in the remarks on an answer, which are written once, in the language that answers are scored in. */
export function remarkOf(raised: Flag): string {
  return flagWords(raised, SCORED_IN);
}

/** Whether any of these flags asks for a person before the score is used. Unknown codes do: in doubt somebody looks. */
export function needsPerson(flags: readonly Flag[]): boolean {
  return flags.some(({ code }) => !Object.hasOwn(NEEDS_PERSON, code) || NEEDS_PERSON[code as FlagCode]);
}

const REASONS: Partial<Record<string, LookReason>> = {
  instructions_in_answer: "manipulation",
  no_answers: "no_answers",
  no_transcript: "not_readable",
  not_english: "not_readable",
  partly_not_english: "not_readable",
  low_confidence: "unclear_sound",
  poor_audio: "unclear_sound",
  unclear_words: "unclear_sound",
  gibberish: "unusual_answer",
  question_echo: "unusual_answer",
  keyword_stuffing: "unusual_answer",
  repetition: "unusual_answer",
  off_topic: "unusual_answer",
  nothing_expected: "nothing_expected",
};

/** Why these flags ask for a person, if they do. What has no reason of its own is the scorer's doubt. */
export function reasonsOf(flags: readonly Flag[]): LookReason[] {
  const asking = flags.filter((each) => needsPerson([each]));
  return [...new Set(asking.map(({ code }) => REASONS[code] ?? "unsure_scorer"))];
}

/** What a scorer got wrong about an answer: a level that is missing for it says nothing about the answer. */
const FAULTS_OF_SCORER: readonly string[] = [
  "unverified_quote",
  "unsupported_level",
  "level_out_of_range",
  "one_category",
  "far_above_rubric",
];

export function isScorersFault(flags: readonly Flag[]): boolean {
  return flags.some(({ code }) => FAULTS_OF_SCORER.includes(code));
}
