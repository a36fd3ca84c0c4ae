import type { Coverage } from "./coverage.ts";
import type { LookReason } from "./look-reasons.ts";

/** A reason in words: a few for a line of a list, and a sentence. */
export type LookWords = { brief: string; sentence: string };

/**
 * What a reason is called wherever it is shown.
 * @param coverage null: scored before it was kept
 */
export function lookWords(reason: LookReason, coverage: Coverage | null): LookWords {
  const counted = coverage && COUNTED[reason]?.(coverage);
  return counted ?? PLAIN[reason];
}

/** How much a score rests on: `1 of 5`. */
export function basisWords({ scored, total }: Coverage): string {
  return `${scored} of ${total}`;
}

/** By whose questions an interview is measured. */
export function measureWords({ basis, ofProgram }: Coverage): string {
  if (basis === "template")
    return ofProgram > 0 ? "the interview’s questions and your program’s own" : "the interview’s questions";
  return ofProgram > 0 ? "questions that your own program asked" : "questions asked";
}

const PLAIN: Record<LookReason, LookWords> = {
  manipulation: {
    brief: "Speaks to the scorer",
    sentence:
      "Part of an answer speaks to the scorer instead of answering. That part earned nothing; read the whole answer.",
  },
  no_answers: {
    brief: "No answers to judge",
    sentence: "No question has an answer that could be judged, so there are no scores.",
  },
  unvouched_questions: {
    brief: "Not your questions",
    sentence:
      "Some questions were worded by the candidate’s side and nobody of yours vouches for them. They were judged as general questions, by nothing that was sent along.",
  },
  not_all_asked: {
    brief: "Not all questions asked",
    sentence: "Not all of the interview’s questions were asked.",
  },
  other_words: {
    brief: "Asked in other words",
    sentence:
      "Some of the interview’s questions were asked in other words than yours. The answers are judged by yours.",
  },
  not_all_answered: {
    brief: "Not all answered",
    sentence: "Not all questions have an answer. One without an answer counts as 0.",
  },
  not_readable: {
    brief: "An answer could not be read",
    sentence:
      "An answer could not be read here: it was spoken without a transcript, or it is not in English. Listen to the recording.",
  },
  unclear_sound: {
    brief: "Unclear sound",
    sentence: "The sound of an answer or its transcript is doubtful. Listen before you rely on the score.",
  },
  unusual_answer: {
    brief: "An unusual answer",
    sentence:
      "An answer is not what it seems: its own card says what was noticed. Read it before you rely on the score.",
  },
  unsure_scorer: {
    brief: "The scorer was unsure",
    sentence: "The scorer contradicted itself or could not show what a level rests on. Judge by the answers.",
  },
  little_evidence: {
    brief: "Little evidence",
    sentence: "Fewer than four in five questions have a quotation behind their score.",
  },
  weak_category: {
    brief: "One area is weak",
    sentence: "The overall score is high enough, but an area that the interview insists on is below 50.",
  },
  near_a_cut: {
    brief: "Near a limit",
    sentence: "The overall score is less than 5 points from a limit. It is not exact enough to say on which side.",
  },
  between_cuts: {
    brief: "Between the limits",
    sentence: "The overall score lies between the two limits, where it suggests neither.",
  },
  person_fails: {
    brief: "You decide on low scores",
    sentence: "This interview recommends nobody to be declined without a person’s look.",
  },
};

const COUNTED: Partial<Record<LookReason, (coverage: Coverage) => LookWords>> = {
  unvouched_questions: ({ unvouched }) => ({
    brief: PLAIN.unvouched_questions.brief,
    sentence:
      unvouched === 1
        ? "1 question was worded by the candidate’s side and nobody of yours vouches for it. It was judged as a general question, by nothing that was sent along."
        : `${unvouched} questions were worded by the candidate’s side and nobody of yours vouches for them. They were judged as general questions, by nothing that was sent along.`,
  }),
  not_all_asked: ({ total, asked }) => ({
    brief: `${asked} of ${total} questions asked`,
    sentence: `${total - asked} of the interview’s ${total} questions ${total - asked === 1 ? "was" : "were"} not asked.${asked > 0 ? " What was not asked counts as 0." : ""}`,
  }),
  other_words: ({ otherWords }) => ({
    brief: PLAIN.other_words.brief,
    sentence: `${count(otherWords, "of the interview’s questions was", "of the interview’s questions were")} asked in other words than yours. The answers are judged by yours.`,
  }),
  not_all_answered: ({ asked, answered, total }) => ({
    brief: `${answered} of ${total} answered`,
    sentence: `${count(asked - answered, "question has", "questions have")} no answer that could be judged. Each counts as 0.`,
  }),
};

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
