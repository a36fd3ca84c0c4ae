import { CreateInterviewBody, DEFAULT_OPEN_DAYS } from "../contract/v1/new-interviews.ts";
import type { NewCandidate } from "../db/candidates.ts";
import { parseFields } from "../parse-fields.ts";

const DAY_MS = 86_400_000;

/** Who is to be invited, to what, and until when. */
export type WantedInterview = {
  candidate: { id: number } | { externalId: string } | NewCandidate;
  template: { id: string } | { name: string } | { externalId: string };
  externalId: string | null;
  expiresAt: Date;
  /** Also beside an open invitation of the same person to the same role. */
  allowAnother: boolean;
  /** What becomes of a name that is not the one somebody is known by. `keep`: it stands on this interview alone. */
  otherName: CreateInterviewBody["other_name"];
};

/**
 * One row as the wire has it.
 * @throws AppError `invalid_fields`
 */
export function readWanted(row: unknown): WantedInterview {
  return toWanted(parseFields(CreateInterviewBody, row));
}

export function toWanted(body: CreateInterviewBody): WantedInterview {
  return {
    candidate: wantedCandidate(body),
    template: wantedTemplate(body),
    externalId: body.external_id ?? null,
    expiresAt: endOf(body),
    allowAnother: body.allow_another,
    otherName: body.other_name,
  };
}

/** When an invitation ends that is given this time from now. */
export function endOf(time: { expires_in_days?: number | undefined; expires_at?: Date | undefined }): Date {
  return time.expires_at ?? new Date(Date.now() + (time.expires_in_days ?? DEFAULT_OPEN_DAYS) * DAY_MS);
}

/* The schema sees to it that exactly one of each three is there. */

function wantedCandidate(body: CreateInterviewBody): WantedInterview["candidate"] {
  if (body.candidate) {
    const { name, email, external_id } = body.candidate;
    return { name, email, externalId: external_id ?? null };
  }
  if (body.candidate_external_id !== undefined) return { externalId: body.candidate_external_id };
  return { id: body.candidate_id ?? 0 };
}

function wantedTemplate(body: CreateInterviewBody): WantedInterview["template"] {
  if (body.template_id !== undefined) return { id: body.template_id };
  if (body.template_name !== undefined) return { name: body.template_name };
  return { externalId: body.template_external_id ?? "" };
}
