import { methodLabel } from "../analysis/method-label.ts";
import type { Evidence, Flag } from "../analysis/scorer.ts";
import type { AnalysisAnswer, QuestionAnalysis } from "../contract/interview.ts";
import type { CategoryScores } from "../domain/scoring.ts";
import type { getAnalysis } from "../interview/read-results.ts";

type Found = Awaited<ReturnType<typeof getAnalysis>>;
type AnalysisRow = NonNullable<Found["analysis"]>;

/** Before completion the shape is the same: scores are null and the status tells. */
export function presentAnalysis({ candidateId, session, analysis }: Found): AnalysisAnswer {
  return {
    success: true,
    candidate_id: candidateId,
    analysis: {
      technical_score: analysis?.technicalScore ?? null,
      communication_score: analysis?.communicationScore ?? null,
      problem_solving_score: analysis?.problemSolvingScore ?? null,
      cultural_fit_score: analysis?.culturalFitScore ?? null,
      overall_score: analysis?.overallScore ?? null,
      overall_feedback: analysis?.overallFeedback ?? null,
      question_analysis: analysis?.questions.map(presentQuestionAnalysis) ?? [],
      analysis_status: analysis?.status ?? "pending",
      final_status: analysis?.finalStatus ?? null,
      session_id: session?.id ?? null,
      method: analysis?.method ?? null,
      method_label: analysis?.method ? methodLabel(analysis.method) : null,
      version: analysis?.version ?? null,
      flags: (analysis?.flags ?? []) as Flag[],
      error: analysis?.error ?? null,
    },
  };
}

function presentQuestionAnalysis(row: AnalysisRow["questions"][number]): QuestionAnalysis {
  const levels = row.levels as CategoryScores;
  return {
    question_id: row.questionId,
    question: row.question.text,
    question_type: row.question.type,
    answer_id: row.answerId,
    answer: row.answer?.text ?? null,
    score: row.score,
    technical_score: levels.technical,
    communication_score: levels.communication,
    problem_solving_score: levels.problem_solving,
    cultural_fit_score: levels.cultural_fit,
    feedback: row.feedback,
    strengths: row.strengths,
    improvements: row.improvements,
    evidence: row.evidence as Evidence[],
    flags: row.flags as Flag[],
  };
}
