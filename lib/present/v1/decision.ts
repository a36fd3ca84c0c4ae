import type { Decision } from "../../contract/v1/decisions.ts";
import type { WholeRow } from "../../db/decisions.ts";

export function presentDecision(row: WholeRow): Decision {
  return {
    decision_id: row.id,
    interview_id: row.session.interviewId,
    interview_external_id: row.session.interview.externalId,
    session_id: row.session.publicId,
    candidate_id: row.session.candidateId,
    decision: row.decision,
    reason: row.reason,
    decided_by: { name: row.user.name, email: row.user.email },
    made_by:
      row.apiKey && row.apiKeyId
        ? { kind: "api_key", id: row.apiKeyId, name: row.apiKey.name }
        : { kind: "user", id: row.userId, name: row.user.name },
    recording_version: row.recordingVersion,
    analysis_version: row.analysisVersion,
    created_at: row.createdAt.toISOString(),
  };
}
