import type { ListedSession } from "../../contract/v1/sessions.ts";
import type { Belonging, ListedRow } from "../../db/session-list.ts";
import { presentTime, presentTimeOrNull } from "../time.ts";

export function presentListedSession(row: ListedRow): ListedSession {
  const { startedAt, endedAt, recording } = row;
  return {
    session_id: row.publicId,
    candidate_id: row.candidateId,
    ...presentBelonging(row),
    status: row.status,
    start_time: presentTime(startedAt),
    end_time: presentTimeOrNull(endedAt),
    duration_seconds: endedAt && Math.round((endedAt.getTime() - startedAt.getTime()) / 1000),
    total_questions: row.questionCount,
    recording_status: recording?.status ?? "not_started",
    processing_status: recording?.processingStatus ?? null,
  };
}

export function presentBelonging({ interviewId, interview }: Pick<Belonging, "interviewId" | "interview">) {
  return {
    interview_id: interviewId,
    interview_external_id: interview.externalId,
    candidate_external_id: interview.candidate.externalId,
    template_id: interview.templateId,
    template_external_id: interview.template.externalId,
  };
}
