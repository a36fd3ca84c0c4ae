import * as analyses from "../db/analyses.ts";
import { db, transaction } from "../db/client.ts";
import { wasSkipped } from "../domain/answer.ts";
import { CATEGORIES, type CategoryWeights, EQUAL_WEIGHTS, overallScore, recommend } from "../domain/scoring.ts";
import { describeError, logger } from "../logger.ts";
import { offlineRubric } from "./rubric/offline-rubric.ts";
import type { Scorer, ScoringInput, ScoringResult } from "./scorer.ts";

/**
 * Scores one analysis: `pending → processing → completed | failed`. Safe to run again after its worker died; a finished
 * one is left alone. A scorer's error becomes a reason on the analysis, never a number.
 */
export async function runAnalysis(
  { analysisId }: { analysisId: string },
  scorer: Scorer = offlineRubric,
): Promise<void> {
  if (!(await analyses.claim(db(), analysisId))) return;
  const { session } = await analyses.getForScoring(db(), analysisId);
  let result: ScoringResult;
  try {
    result = await scorer.score(toScoringInput(session));
  } catch (error) {
    logger.error({ analysis_id: analysisId, ...describeError(error) }, "scoring failed");
    await analyses.fail(db(), analysisId, "The answers could not be scored because of an error on our side.");
    return;
  }
  const { template } = session.interview;
  const overall = overallScore(result.categories, readWeights(template.categoryWeights));
  const thresholds = { pass: template.passThreshold, fail: template.failThreshold };
  await transaction((tx) =>
    analyses.complete(
      tx,
      analysisId,
      {
        method: result.method,
        rubricVersion: result.rubricVersion,
        technicalScore: result.categories.technical,
        communicationScore: result.categories.communication,
        problemSolvingScore: result.categories.problem_solving,
        culturalFitScore: result.categories.cultural_fit,
        overallScore: overall,
        overallFeedback: result.overallFeedback,
        flags: result.flags,
        finalStatus: recommend(overall, thresholds, result.needsPerson),
      },
      result.questions.map(({ categories, ...question }) => ({ ...question, levels: categories })),
    ),
  );
}

type ScoredSession = Awaited<ReturnType<typeof analyses.getForScoring>>["session"];

function toScoringInput({ interview, questions }: ScoredSession): ScoringInput {
  return {
    companyValues: interview.template.companyValues,
    questions: questions.map(({ answers: [answer], ...question }) => ({
      id: question.id,
      text: question.text,
      type: question.type,
      difficulty: question.difficulty,
      keywords: question.keywords,
      idealAnswer: question.idealAnswer,
      rubricNotes: question.rubricNotes,
      answer: answer
        ? {
            id: answer.id,
            text: answer.text,
            skipped: wasSkipped(answer),
            durationSeconds: answer.durationSeconds,
            confidence: answer.confidence,
          }
        : null,
    })),
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
