import type { ErrorCode } from "./contract/error-codes.ts";
import type { Params } from "./words/catalogue.ts";
import type { ErrorKey, ErrorParams } from "./words/error-words.ts";
import type { FieldIssue } from "./words/field-words.ts";

type More = {
  issues?: readonly FieldIssue[];
  /** When trying again makes sense, in seconds from now. */
  retryAfterSeconds?: number;
  /** The interview that stands in the way. */
  interviewId?: string;
};

type Told<Key extends ErrorKey> =
  Record<never, never> extends ErrorParams<Key> ? [more?: More] : [more: More & { params: ErrorParams<Key> }];

/**
 * Something that went wrong on purpose. It knows a code, and by its key which sentence is said of it and what stands in that;
 * lib/words has the sentence, lib/contract/error-codes.ts knows HTTP.
 */
export class AppError<Key extends ErrorKey = ErrorKey> extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly key: ErrorKey;
  readonly params: Params;
  readonly issues: readonly FieldIssue[];
  readonly retryAfterSeconds: number | undefined;
  readonly interviewId: string | undefined;

  /** @param key the code, or `code:which` where the code says several things */
  constructor(key: Key, ...[more = {}]: Told<Key>) {
    super(key);
    this.code = codeOf(key);
    this.key = key;
    this.params = "params" in more ? (more.params as Params) : {};
    this.issues = more.issues ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.interviewId = more.interviewId;
  }
}

type CodeOf<Key> = Key extends `${infer Code}:${string}` ? Code : Key;

/** Does not compile for a sentence whose code there is not. */
export function codeOf(key: ErrorKey): ErrorCode {
  return key.split(":", 1)[0] as CodeOf<ErrorKey>;
}
