/**
 * Everything that can go wrong on purpose. Errors know codes and words for a person; they know no HTTP: the one table
 * that turns a code into a status is `lib/http/error-status.ts`.
 */
export type ErrorCode =
  | "malformed_request"
  | "not_json"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "interview_not_found"
  | "session_not_found"
  | "question_not_found"
  | "candidate_not_found"
  | "recording_not_found"
  | "template_not_found"
  | "method_not_allowed"
  | "interview_completed"
  | "interview_not_completed"
  | "session_ended"
  | "session_in_use"
  | "session_taken_over"
  | "part_conflict"
  | "invitation_expired"
  | "invitation_revoked"
  | "body_too_large"
  | "invalid_fields"
  | "part_mismatch"
  | "range_not_satisfiable"
  | "too_many_requests"
  | "internal"
  | "unavailable"
  | "storage_full";

/** One field that is wrong: where it stands (`answer_data.confidence`) and what is wrong, for a person. */
export type FieldIssue = { path: string; message: string };

export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly issues: FieldIssue[];
  /** When trying again makes sense, in seconds from now. */
  readonly retryAfterSeconds: number | undefined;

  /**
   * @param message One sentence for a person: what happened and what to do. It is sent to the client as it stands.
   */
  constructor(code: ErrorCode, message: string, more: { issues?: FieldIssue[]; retryAfterSeconds?: number } = {}) {
    super(message);
    this.code = code;
    this.issues = more.issues ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}
