import * as analyses from "../db/analyses.ts";
import { db, transaction } from "../db/client.ts";
import { describeError, logger } from "../logger.ts";
import { memoryCalls } from "./call-log.ts";
import { type InterviewScore, scoreInterview } from "./pipeline/score-interview.ts";
import { toInput } from "./pipeline/to-input.ts";
import { offlineRubric } from "./rubric/offline-rubric.ts";
import { type Scorer, ScorerError } from "./scorer.ts";

/**
 * Scores one analysis: `pending → processing → completed | failed`. Safe to run again after its worker died; a finished
 * one is left alone. A scorer's error becomes a reason on the analysis, never a number; any other error lets the queue
 * try again.
 */
export async function runAnalysis(
  { analysisId }: { analysisId: string },
  scorer: Scorer = offlineRubric,
): Promise<void> {
  if (!(await analyses.claim(db(), analysisId))) return;
  const { session } = await analyses.getForScoring(db(), analysisId);
  let score: InterviewScore;
  try {
    score = await scoreInterview(toInput(session), scorer, memoryCalls());
  } catch (error) {
    if (!(error instanceof ScorerError)) throw error;
    logger.error({ analysis_id: analysisId, ...describeError(error) }, "scoring failed");
    await analyses.fail(db(), analysisId, error.reason);
    return;
  }
  await transaction((tx) => analyses.complete(tx, analysisId, toRow(score), score.questions));
}

function toRow({ identity, categories, ...score }: InterviewScore): analyses.CompletedAnalysis {
  return {
    method: identity.method,
    host: identity.host,
    model: identity.model,
    rubricVersion: identity.rubricVersion,
    promptVersion: identity.promptVersion,
    spread: score.spread,
    evidenceCoverage: score.evidenceCoverage,
    technicalScore: categories.technical,
    communicationScore: categories.communication,
    problemSolvingScore: categories.problem_solving,
    culturalFitScore: categories.cultural_fit,
    overallScore: score.overall,
    overallFeedback: score.overallFeedback,
    flags: score.flags,
    finalStatus: score.recommendation,
  };
}
