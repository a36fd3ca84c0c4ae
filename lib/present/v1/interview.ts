import type { Interview } from "../../contract/v1/interviews.ts";
import type { ListedRow } from "../../db/interview-list.ts";
import { interviewState } from "../../domain/interview-state.ts";
import { bandOf } from "../../domain/standard-error.ts";
import { ENGLISH } from "../../words/locale.ts";
import { methodWords } from "../../words/method-words.ts";
import { presentBesideRubric } from "../beside-rubric.ts";
import { presentCoverage, presentReasons } from "../coverage.ts";
import { whoDecided } from "../who-decided.ts";

export function presentInterview(row: ListedRow, now = row.readAt): Interview {
  return {
    id: row.id,
    external_id: row.externalId,
    state: interviewState(row, now),
    candidate: {
      id: row.candidateId,
      name: row.candidateName,
      email: row.candidateEmail,
      external_id: row.candidateExternalId,
    },
    template: {
      id: row.templateId,
      name: row.templateName,
      external_id: row.templateExternalId,
      version: row.templateVersion,
    },
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    opened_at: timeOrNull(row.openedAt),
    revoked_at: timeOrNull(row.revokedAt),
    deletion_requested_at: timeOrNull(row.deletionRequestedAt),
    session: presentSession(row),
    recording: row.recordingStatus && {
      status: row.recordingStatus,
      processing_status: row.processingStatus ?? "pending",
      duration_seconds: row.recordingSeconds,
    },
    analysis: presentAnalysis(row),
    decision: presentDecision(row),
  };
}

/** Those of its fields that were asked for, and its id. */
export function presentSome(
  row: ListedRow,
  fields: readonly (keyof Interview)[] | undefined,
): Partial<Interview> & { id: string } {
  const interview = presentInterview(row);
  if (!fields) return interview;
  const some = Object.entries(interview).filter(([name]) => fields.includes(name as keyof Interview));
  return { ...(Object.fromEntries(some) as Partial<Interview>), id: interview.id };
}

function presentSession(row: ListedRow): Interview["session"] {
  if (!row.sessionId || !row.sessionStatus || !row.startedAt) return null;
  return {
    id: row.sessionId,
    status: row.sessionStatus,
    started_at: row.startedAt.toISOString(),
    ended_at: timeOrNull(row.endedAt),
    question_count: row.questionCount ?? 0,
    answer_count: row.answerCount ?? 0,
  };
}

function presentDecision({ decision, decidedAt, ...row }: ListedRow): Interview["decision"] {
  if (!decision || !decidedAt || row.deletionRequestedAt) return null;
  return { decision, decided_at: decidedAt.toISOString(), decided_by: whoDecided(row) ?? "" };
}

function presentAnalysis(row: ListedRow): Interview["analysis"] {
  if (row.analysisVersion === null || row.analysisStatus === null || row.deletionRequestedAt) return null;
  return {
    version: row.analysisVersion,
    status: row.analysisStatus,
    method: row.method,
    method_label: row.method && methodWords(row.method, ENGLISH),
    overall_score: row.overallScore,
    standard_error: row.overallStandardError,
    band: bandOf(row.overallScore, row.overallStandardError),
    ...presentBesideRubric(row),
    coverage: presentCoverage(row),
    look_reasons: presentReasons({ ...row, lookReasons: row.lookReasons ?? [] }),
    recommendation: row.recommendation,
    completed_at: timeOrNull(row.analysedAt),
  };
}

function timeOrNull(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
