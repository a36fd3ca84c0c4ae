import type { ErrorCode } from "./contract/error-codes.ts";

/** One field that is wrong: where it stands (`answer_data.confidence`) and what is wrong, for a person. */
export type FieldIssue = { path: string; message: string };

/** Something that went wrong on purpose. It knows a code and words for a person; lib/contract/error-codes.ts knows HTTP. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly issues: FieldIssue[];
  /** When trying again makes sense, in seconds from now. */
  readonly retryAfterSeconds: number | undefined;
  /** The interview that stands in the way. */
  readonly interviewId: string | undefined;

  /**
   * @param message One sentence for a person: what happened and what to do. It is sent to the client as it stands.
   */
  constructor(
    code: ErrorCode,
    message: string,
    more: { issues?: FieldIssue[]; retryAfterSeconds?: number; interviewId?: string } = {},
  ) {
    super(message);
    this.code = code;
    this.issues = more.issues ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.interviewId = more.interviewId;
  }
}
