import { ClientError } from "../fetch-json.ts";
import type { ClosedReason, Problem } from "./room-state.ts";

const CLOSED: Partial<Record<string, ClosedReason>> = {
  interview_completed: "completed",
  session_ended: "completed",
  invitation_expired: "expired",
  invitation_revoked: "revoked",
  interview_not_found: "not_found",
  session_not_found: "not_found",
};

/** The server knew everything and handed nothing over to go on with. */
export class NothingHandedOver extends Error {
  override readonly name = "NothingHandedOver";
}

/** Why an interview cannot go on, whatever is tried again; null where something else may help. */
export function closedReasonOf(error: unknown): ClosedReason | null {
  return error instanceof ClientError ? (CLOSED[error.code] ?? null) : null;
}

export function problemOf(error: unknown): Problem {
  if (error instanceof NothingHandedOver) return { code: "nothing_handed_over", message: null };
  const message = error instanceof Error && error.message !== "" ? error.message : null;
  return { code: error instanceof ClientError ? error.code : "unknown", message };
}
