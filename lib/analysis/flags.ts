import type { LookReason } from "../domain/look-reasons.ts";
import type { Flag } from "./scorer.ts";

/**
 * What a person should know before believing a score. `needsPerson`: the score must not decide anything until
 * somebody has looked. The others only explain.
 */
const FLAGS = {
  sandbox: {
    needsPerson: false,
    message:
      "This is the sandbox: the scores are made up at once, from no judgement at all, to show what an analysis looks like.",
  },
  no_answer: { needsPerson: false, message: "No answer was given to this question." },
  no_transcript: {
    needsPerson: true,
    message: "The answer was spoken and there is no transcript of it, so it was not scored. Listen to the recording.",
  },
  too_short: {
    needsPerson: false,
    message: "The answer is too short to judge: it has fewer than three words of content.",
  },
  not_english: {
    needsPerson: true,
    message: "The answer is not in English, which cannot be scored here. Nothing was taken off.",
  },
  partly_not_english: {
    needsPerson: true,
    message:
      "Part of the answer is not in English, which cannot be scored here. That part earned nothing and cost nothing.",
  },
  low_confidence: {
    needsPerson: true,
    message: "The transcript of this answer is uncertain. Listen to the recording before relying on the score.",
  },
  poor_audio: {
    needsPerson: true,
    message: "The microphone sounded poor during this answer. Listen to the recording before relying on the score.",
  },
  instructions_in_answer: {
    needsPerson: true,
    message: "Part of the answer speaks to the scorer instead of answering. That part earned nothing.",
  },
  gibberish: {
    needsPerson: true,
    message:
      "Most of the answer is not readable as words, so it scores next to nothing. A bad transcript can look like this.",
  },
  question_echo: {
    needsPerson: true,
    message: "The answer mostly repeats the question, and repeating it earns nothing.",
  },
  keyword_stuffing: {
    needsPerson: true,
    message: "The answer lists words without sentences. Words outside sentences were not counted.",
  },
  repetition: {
    needsPerson: true,
    message: "The answer says the same thing several times. Each thing was counted once.",
  },
  off_topic: {
    needsPerson: true,
    message:
      "Nothing that the question asks about was found in the answer. Another wording of a good answer can look like this.",
  },
  nothing_expected: {
    needsPerson: false,
    message:
      "This question has neither keywords of its own nor an ideal answer, so the estimate rests on the form of the answer alone.",
  },
  unverified_quote: {
    needsPerson: true,
    message: "The scorer quoted words that do not stand in the answer. That quotation was left out.",
  },
  unsupported_level: {
    needsPerson: true,
    message:
      "The model gave a level without words of the answer to show for it, or the same words for several. That level was left out.",
  },
  one_category: {
    needsPerson: true,
    message:
      "The model gave a level that counts in one category alone. One is too few for a score, so this answer has none.",
  },
  far_above_rubric: {
    needsPerson: true,
    message:
      "The model's score is far above what the rubric finds in the same words. Read the answer before using the score.",
  },
  level_out_of_range: {
    needsPerson: true,
    message: "The model gave a level that does not exist. It was left out, and the category may be missing for it.",
  },
  unstable_score: {
    needsPerson: true,
    message: "The model judged this answer differently each time it was asked. Read the answer before using the score.",
  },
  words_left_out: {
    needsPerson: false,
    message: "The model wrote its remarks in another language, so they are not shown. The levels and quotations are.",
  },
  no_answers: {
    needsPerson: true,
    message: "No question was answered well enough to be judged, so there are no scores.",
  },
  partly_answered: {
    needsPerson: false, // it keeps from passing (lib/domain/coverage.ts), and saves nobody from a low score
    message:
      "Fewer than four in five questions could be judged. One without an answer counts as 0, so that leaving questions out raises no score.",
  },
  little_evidence: {
    needsPerson: false,
    message:
      "Fewer than four in five questions have a quotation behind their score, so passing is not recommended without a person's look.",
  },
  indirect_technical: {
    needsPerson: false,
    message:
      "No question asked for technical knowledge. This score is estimated from answers that show it anyway, and the overall score leaves it out.",
  },
  indirect_communication: {
    needsPerson: false,
    message:
      "No question asked for communication. This score is estimated from answers that show it anyway, and the overall score leaves it out.",
  },
  indirect_problem_solving: {
    needsPerson: false,
    message:
      "No question asked for problem solving. This score is estimated from answers that show it anyway, and the overall score leaves it out.",
  },
  indirect_cultural_fit: {
    needsPerson: false,
    message:
      "No question asked for cultural fit. This score is estimated from answers that show it anyway, and the overall score leaves it out.",
  },
} as const satisfies Record<string, { needsPerson: boolean; message: string }>;

export type FlagCode = keyof typeof FLAGS;

export function flag(code: FlagCode): Flag {
  return { code, message: FLAGS[code].message };
}

/** Whether any of these flags asks for a person before the score is used. Unknown codes do: in doubt somebody looks. */
export function needsPerson(flags: readonly Flag[]): boolean {
  return flags.some(({ code }) => !Object.hasOwn(FLAGS, code) || FLAGS[code as FlagCode].needsPerson);
}

const REASONS: Partial<Record<string, LookReason>> = {
  instructions_in_answer: "manipulation",
  no_answers: "no_answers",
  no_transcript: "not_readable",
  not_english: "not_readable",
  partly_not_english: "not_readable",
  low_confidence: "unclear_sound",
  poor_audio: "unclear_sound",
  gibberish: "unusual_answer",
  question_echo: "unusual_answer",
  keyword_stuffing: "unusual_answer",
  repetition: "unusual_answer",
  off_topic: "unusual_answer",
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
];

export function isScorersFault(flags: readonly Flag[]): boolean {
  return flags.some(({ code }) => FAULTS_OF_SCORER.includes(code));
}
