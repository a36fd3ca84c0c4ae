import type { SessionForScoring } from "../../db/analyses.ts";
import { wasSkipped } from "../../domain/answer.ts";
import { CATEGORIES, type CategoryWeights, EQUAL_WEIGHTS } from "../../domain/scoring.ts";
import type { InterviewAnswer, InterviewInput } from "./interview-input.ts";

type AnswerRow = SessionForScoring["questions"][number]["answers"][number];

/** A stored interview as the pipeline takes it. */
export function toInput({ candidate, interview: { template }, questions }: SessionForScoring): InterviewInput {
  return {
    candidate,
    rules: {
      categoryWeights: readWeights(template.categoryWeights),
      passThreshold: template.passThreshold,
      failThreshold: template.failThreshold,
      companyValues: template.companyValues,
      gatingCategories: CATEGORIES.filter((category) => template.gatingCategories.includes(category)),
      requirePersonToFail: template.requirePersonToFail,
    },
    questions: questions.map(({ answers: [answer], ...question }) => ({
      id: question.id,
      text: question.text,
      type: question.type,
      difficulty: question.difficulty,
      keywords: question.keywords,
      idealAnswer: question.idealAnswer,
      rubricNotes: question.rubricNotes,
      answer: answer ? toAnswer(answer) : null,
    })),
  };
}

function toAnswer(answer: AnswerRow): InterviewAnswer {
  const [transcript] = answer.transcripts;
  return {
    id: answer.id,
    text: answer.text,
    skipped: wasSkipped(answer),
    confidence: answer.confidence,
    audioQuality: answer.answeredBy === "text" ? null : answer.audioQuality, // nobody listens to what was written
    transcript: transcript ?? null,
  };
}

function readWeights(stored: unknown): CategoryWeights {
  const given = (stored ?? {}) as Partial<Record<string, unknown>>;
  const weights = { ...EQUAL_WEIGHTS };
  for (const category of CATEGORIES) {
    const weight = given[category];
    if (typeof weight === "number" && weight >= 0) weights[category] = weight;
  }
  return weights;
}
