import { ERRORS } from "../../contract/error-codes.ts";
import type { BulkRow } from "../../contract/v1/bulk-interviews.ts";
import type { Invited } from "../../contract/v1/new-interviews.ts";
import { AppError } from "../../errors.ts";
import type { RowOutcome } from "../../interviews/create-interviews.ts";
import { invitationUrl } from "../../interviews/invitation-url.ts";
import type { PlannedInterview } from "../../interviews/plan-interview.ts";
import { told } from "../../told.ts";

export function presentInvited(made: PlannedInterview): Invited {
  if (!made.candidate.row) throw new Error("an interview was made for nobody");
  return {
    interview_id: made.id,
    external_id: made.externalId,
    candidate_id: made.candidate.row.id,
    ...(made.nameKept ? { name_kept: true as const } : {}),
    candidate_created: made.candidateCreated,
    interview_token: made.token,
    url: invitationUrl(made.token),
    expires_at: made.expiresAt.toISOString(),
  };
}

/** @param written whether what was accepted stands now; in a dry run nothing does */
export function presentRows(outcomes: readonly RowOutcome[], { written }: { written: boolean }): BulkRow[] {
  return outcomes.map((outcome, row) => {
    if (!(outcome instanceof AppError)) {
      return { row, status: 201, interview: written ? presentInvited(outcome) : null, error: null };
    }
    return { row, status: ERRORS[outcome.code].status, interview: null, error: told(outcome) };
  });
}
