import { markAt } from "../../analysis/hearing/mark-at.ts";
import type { Listen } from "../../analysis/hearing/what-to-listen-to.ts";
import { placeQuote } from "../../analysis/pipeline/place-evidence.ts";
import type { Evidence } from "../../analysis/scorer.ts";
import type { AnalysisAnswer, QuestionAnalysis } from "../../contract/interview-answers.ts";
import { byCriterion, type CriterionScores, perScoreField } from "../../domain/criteria.ts";
import { toRecordingSeconds } from "../../domain/media-time.ts";
import { bandOf } from "../../domain/standard-error.ts";
import type { getAnalysis } from "../../sitting/read-results.ts";
import { ENGLISH } from "../../words/locale.ts";
import { methodWords } from "../../words/method-words.ts";
import { presentBesideRubric, presentModels } from "../beside-rubric.ts";
import { presentCoverage, presentReasons } from "../coverage.ts";
import { presentFailure } from "../failure.ts";
import { presentFlags } from "../flags.ts";

type Read = Awaited<ReturnType<typeof getAnalysis>>;
type Found = Omit<Read, "session"> & { session: { publicId: string } | null };
type AnalysisRow = NonNullable<Found["analysis"]>;

/** Before completion the shape is the same: scores are null and the status tells. */
export function presentAnalysis({ candidateId, session, analysis, segments }: Found): AnalysisAnswer {
  const scores = analysis?.scores ?? [];
  return {
    success: true,
    candidate_id: candidateId,
    analysis: {
      ...presentScores(byCriterion(scores, "score")),
      overall_score: analysis?.overallScore ?? null,
      overall_feedback: analysis?.overallFeedback ?? null,
      question_analysis: analysis?.questions.map((row) => presentQuestionAnalysis(row, segments)) ?? [],
      analysis_status: analysis?.status ?? "pending",
      final_status: analysis?.finalStatus ?? null,
      session_id: session?.publicId ?? null,
      method: analysis?.method ?? null,
      method_label: analysis?.method ? methodWords(analysis.method, ENGLISH) : null,
      model: analysis?.model ?? null,
      host: analysis?.host ?? null,
      rubric_version: analysis?.rubricVersion ?? null,
      prompt_version: analysis?.promptVersion ?? null,
      version: analysis?.version ?? null,
      spread: presentScores(byCriterion(scores, "spread")),
      standard_error: errorsOf(analysis),
      band: bandsOf(analysis),
      ...presentBesideRubric(analysis),
      evidence_coverage: analysis?.evidenceCoverage ?? null,
      coverage: analysis && presentCoverage(analysis),
      look_reasons: analysis ? presentReasons(analysis) : [],
      flags: presentFlags(analysis?.flags),
      error: presentFailure(analysis?.error),
    },
  };
}

function presentQuestionAnalysis(row: AnalysisRow["questions"][number], segments: Found["segments"]): QuestionAnalysis {
  return {
    question_id: row.questionId,
    question: row.question.text,
    question_type: row.question.type,
    answer_id: row.answerId,
    answer: row.answer?.text ?? null,
    score: row.score,
    ...presentScores(row.levels),
    feedback: row.feedback,
    strengths: row.strengths,
    improvements: row.improvements,
    status: row.status as QuestionAnalysis["status"],
    text_source: row.textSource as QuestionAnalysis["text_source"],
    spread: presentScores(row.spread),
    standard_error: row.standardError,
    band: bandOf(row.score, row.standardError),
    ...presentModels(row),
    evidence: (row.evidence as Evidence[]).map(({ quote, category, note }) => ({
      quote,
      category,
      note,
      ...placeQuote(quote, row.answer, segments),
    })),
    listen: (row.listen as Listen[]).map(({ text, start_ms, end_ms }) => ({
      text,
      media_offset_seconds: toRecordingSeconds(markAt(row.answer, start_ms), segments),
      duration_seconds: (end_ms - start_ms) / 1000,
    })),
    flags: presentFlags(row.flags),
  };
}

function errorsOf(analysis: AnalysisRow | null) {
  const errors = byCriterion(analysis?.scores ?? [], "standardError");
  return { ...presentScores(errors), overall_score: analysis?.overallStandardError ?? null };
}

function bandsOf(analysis: AnalysisRow | null) {
  const scores = byCriterion(analysis?.scores ?? [], "score");
  const errors = byCriterion(analysis?.scores ?? [], "standardError");
  return {
    ...perScoreField((criterion) => bandOf(scores[criterion], errors[criterion])),
    overall_score: bandOf(analysis?.overallScore ?? null, analysis?.overallStandardError ?? null),
  };
}

/** @param scores an object that holds what is known, as a question's are stored */
function presentScores(scores: unknown): QuestionAnalysis["spread"] {
  return perScoreField((criterion) => (scores as Partial<CriterionScores>)[criterion] ?? null);
}
