import type { ErrorEnvelope } from "./contract/envelope.ts";
import type { AppError } from "./errors.ts";
import { errorWords } from "./words/error-words.ts";
import { fieldWords } from "./words/field-words.ts";
import { ENGLISH, type Locale } from "./words/locale.ts";

/** What is told of an error: the words for it, and what programs read. */
export type Told = Pick<ErrorEnvelope, "message"> & ErrorEnvelope["error"];

/** The one place where an error gets its words, whichever way it leaves. The API and the command line speak English. */
export function told({ key, code, params, issues, interviewId }: AppError, locale: Locale = ENGLISH): Told {
  return {
    message: errorWords(key, params, locale),
    code,
    issues: issues.map((issue) => ({ path: issue.path, message: fieldWords(issue, locale) })),
    ...(interviewId === undefined ? {} : { interview_id: interviewId }),
  };
}
