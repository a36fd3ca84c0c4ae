import { interviewCategories } from "../../domain/question-weights.ts";
import { CATEGORIES } from "../../domain/scoring.ts";
import { flag, needsPerson } from "../flags.ts";
import type { Flag, QuestionResult, Scorer, ScoringInput, ScoringResult } from "../scorer.ts";
import { writeOverallFeedback } from "./overall-feedback.ts";
import { scoreQuestion } from "./score-question.ts";
import { valueFamilies } from "./signals/values.ts";

/** Moves whenever the same answers could get another score, so that two scores are only compared under one version. */
export const RUBRIC_VERSION = "1.0.0";

/** With fewer judged questions than this share, the interview is flagged. */
const ENOUGH_ASSESSED = 0.8;

/**
 * The built-in scorer: reads wording and structure, needs no network and no model, and gives the same result for the same
 * input. Scores are 0–85: it cannot know whether an answer is right (levels.ts). Never to be presented as AI.
 */
export const offlineRubric: Scorer = {
  score: async (input) => scoreInterview(input),
};

function scoreInterview({ questions, companyValues }: ScoringInput): ScoringResult {
  const families = valueFamilies(companyValues);
  const results = questions.map((question) => scoreQuestion(question, families));
  const assessed = questions.flatMap((question, at) => {
    const result = results[at];
    if (result === undefined || result.score === null) return [];
    return [{ type: question.type, difficulty: question.difficulty, levels: result.categories }];
  });
  const { scores, indirect } = interviewCategories(assessed);
  const flags = [
    ...coverageFlags(results),
    ...CATEGORIES.filter((each) => indirect.includes(each)).map((each) => flag(`indirect_${each}`)),
  ];
  return {
    method: "offline_rubric",
    rubricVersion: RUBRIC_VERSION,
    categories: scores,
    questions: results,
    overallFeedback: writeOverallFeedback(scores, results),
    flags,
    needsPerson: needsPerson([...flags, ...results.flatMap((result) => result.flags)]),
  };
}

function coverageFlags(results: readonly QuestionResult[]): Flag[] {
  const assessed = results.filter(({ score }) => score !== null).length;
  if (assessed === 0) return [flag("no_answers")];
  return assessed < results.length * ENOUGH_ASSESSED ? [flag("partly_answered")] : [];
}
