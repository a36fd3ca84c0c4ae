import type { Analysis, ListedAnalysis } from "../../contract/v1/analyses.ts";
import type { ListedRow } from "../../db/analysis-list.ts";
import type { WholeAnalysis } from "../../review/read-session.ts";
import { presentAnalysis as presentDocumented } from "../documented/analysis.ts";

export function presentAnalysis({ analysis: row, segments }: WholeAnalysis): Analysis {
  const { candidateId } = row.session;
  const found = { candidateId, session: { publicId: row.session.publicId }, analysis: row, segments };
  return { ...presentDocumented(found).analysis, ...presentBelonging(row) };
}

export function presentListedAnalysis(row: ListedRow): ListedAnalysis {
  const { question_analysis: _, ...listed } = presentAnalysis({ analysis: { ...row, questions: [] }, segments: [] });
  return listed;
}

function presentBelonging(row: ListedRow) {
  return {
    analysis_id: row.id,
    session_id: row.session.publicId,
    interview_id: row.session.interviewId,
    candidate_id: row.session.candidateId,
    version: row.version,
    created_at: row.createdAt.toISOString(),
    completed_at: row.completedAt?.toISOString() ?? null,
  };
}
