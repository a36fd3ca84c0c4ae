import type { InterviewInput, InterviewQuestion, ScoringRules } from "../../analysis/pipeline/interview-input.ts";
import type { QuestionScore, ScoredQuestion, Scorer } from "../../analysis/scorer.ts";
import { CRITERIA, type CriterionScores, EQUAL_WEIGHTS, perCriterion } from "../../domain/criteria.ts";

/** Interviews and scorers for tests of the pipeline. */

/** Cuts are set, so that every scorer recommends by them. */
export const RULES: ScoringRules = {
  categoryWeights: EQUAL_WEIGHTS,
  passThreshold: 70,
  failThreshold: 45,
  cuts: { id: "0", pass: 70, fail: 45 },
  companyValues: [],
  gatingCategories: [...CRITERIA],
  requirePersonToFail: false,
};

export const everywhere = (level: number | null): CriterionScores => perCriterion(() => level);

/** A question with its answer; no text: passed over. */
export function questionOf(id: string, text: string | null, more: Partial<InterviewQuestion> = {}): InterviewQuestion {
  const answer = { id: `answer-${id}`, skipped: false, confidence: 0.9, audioQuality: null, transcript: null };
  return {
    id,
    text: "How do you find out why a query is slow?",
    type: "technical",
    difficulty: "medium",
    keywords: ["query plan", "index"],
    idealAnswer: "",
    rubricNotes: "",
    answer: text === null ? null : { ...answer, text, skipped: text.trim() === "" },
    ...more,
  };
}

export function interviewOf(...questions: InterviewQuestion[]): InterviewInput {
  return { candidate: null, rules: RULES, questions };
}

/** A scorer that does what a test says, and remembers what it was given. */
export function fakeScorer(
  score: (question: ScoredQuestion) => Partial<QuestionScore> | Promise<Partial<QuestionScore>> = () => ({}),
): Scorer & { given: ScoredQuestion[] } {
  const given: ScoredQuestion[] = [];
  return {
    given,
    identity: {
      method: "openai_compatible",
      host: "loopback",
      model: "fake",
      rubricVersion: "1",
      promptVersion: "1",
      scorerVersion: "1",
    },
    async scoreQuestion(question) {
      given.push(question);
      const levels = everywhere(80);
      const fixed = {
        levels,
        spread: everywhere(0),
        samples: [levels],
        feedback: "Good.",
        strengths: [],
        improvements: [],
      };
      const evidence = [{ quote: question.answer.text.slice(0, 20), category: "technical" as const, note: "" }];
      return { ...fixed, evidence, flags: [], ...(await score(question)) };
    },
    narrate: async (findings) => `${findings.length} questions.`,
  };
}
