import { memoryCalls } from "../../ai/call-log.ts";
import { ScorerError } from "../../ai/scorer-error.ts";
import type { InterviewInput, InterviewQuestion } from "../../analysis/pipeline/interview-input.ts";
import { type InterviewScore, scoreInterview } from "../../analysis/pipeline/score-interview.ts";
import type { Scorer } from "../../analysis/scorer.ts";
import { CRITERIA, EQUAL_WEIGHTS } from "../../domain/criteria.ts";
import { inParallel } from "../../in-parallel.ts";
import type { AnswerSet, SetAnswer, SetQuestion } from "./read-set.ts";

/** What a template asks for when nobody changes it. */
const RULES = {
  categoryWeights: EQUAL_WEIGHTS,
  passThreshold: 70,
  failThreshold: 45,
  // As though somebody had set them, so that it shows when something would be recommended that should not be.
  cuts: { id: "0", pass: 70, fail: 45 },
  companyValues: [],
  gatingCategories: [...CRITERIA],
  requirePersonToFail: false,
};

/** Either the whole result of an interview with this one answer, or why there is none. */
export type ScoredAnswer =
  | { score: number | null; interview: InterviewScore; failure?: never }
  | { score: null; interview?: never; failure: string };

/**
 * Scores every answer as an interview of its own, in the order of the set.
 * A scorer that cannot score one answer leaves its reason there and goes on: what was paid for is not lost.
 * @param concurrency answers at a time
 */
export function scoreSet({ questions, answers }: AnswerSet, scorer: Scorer, concurrency = 1): Promise<ScoredAnswer[]> {
  return inParallel(answers, concurrency, async (answer) => {
    const question = questions.get(answer.questionId);
    if (!question) throw new Error(`no question ${answer.questionId}`);
    return scoreOne(interviewOf([{ question, answer }]), scorer);
  });
}

export async function scoreOne(input: InterviewInput, scorer: Scorer): Promise<ScoredAnswer> {
  try {
    const interview = await scoreInterview(input, scorer, memoryCalls());
    return { score: interview.questions[0]?.score ?? null, interview };
  } catch (error) {
    if (error instanceof ScorerError) return { score: null, failure: error.reason };
    throw error;
  }
}

/** An interview with these answers, given in writing by one candidate. */
export function interviewOf(asked: readonly { question: SetQuestion; answer: SetAnswer }[]): InterviewInput {
  const name = asked.find(({ answer }) => answer.candidate !== null)?.answer.candidate;
  return {
    candidate: name ? { name, email: "" } : null,
    rules: RULES,
    questions: asked.map(({ question, answer }): InterviewQuestion => {
      const { text } = answer;
      const given = { text, skipped: text.trim() === "", confidence: null, audioQuality: null, transcript: null };
      return { ...question, answer: { id: question.id, ...given } };
    }),
  };
}
