import type { ErrorEnvelope } from "../contract/envelope.ts";
import { ERRORS } from "../contract/error-codes.ts";
import { REQUEST_ID_HEADER } from "../contract/headers.ts";
import { type DatabaseFault, databaseFault } from "../db/fault.ts";
import { AppError } from "../errors.ts";
import { describeError, logger } from "../logger.ts";

const PRIVATE = { "cache-control": "no-store" };

export function respond(body: object, status = 200): Response {
  return Response.json(body, { status, headers: PRIVATE });
}

/**
 * The one way out for errors. What was thrown on purpose is told as it is; anything else is logged by the request's id
 * and answered with nothing internal in it.
 */
export function respondError(error: unknown, request: Request): Response {
  const known = error instanceof AppError ? error : unexpected(error, request);
  const body: ErrorEnvelope = {
    success: false,
    message: known.message,
    error: {
      code: known.code,
      issues: known.issues,
      ...(known.interviewId === undefined ? {} : { interview_id: known.interviewId }),
    },
  };
  const headers: Record<string, string> = { ...PRIVATE };
  if (known.retryAfterSeconds !== undefined) headers["retry-after"] = String(Math.ceil(known.retryAfterSeconds));
  return Response.json(body, { status: ERRORS[known.code].status, headers });
}

function unexpected(error: unknown, request: Request): AppError {
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? undefined;
  const fault = databaseFault(error);
  if (fault) {
    logger.warn({ request_id: requestId, fault, ...describeError(error) }, "the database could not answer");
    return FAULTS[fault]();
  }
  logger.error({ request_id: requestId, ...describeError(error) }, "request failed");
  return new AppError("internal", "Something went wrong on our side. Nothing was lost; please try again.");
}

/** What a client is told of the database, and when it may ask again. */
const FAULTS: Record<DatabaseFault, () => AppError> = {
  away: () => notNow("The database does not answer just now.", 5),
  too_slow: () => notNow("This took the database too long.", 10),
  conflict: () => notNow("Something else was changing the same just now.", 1),
  full: () =>
    new AppError("storage_full", "The server's disk is full. Nothing was stored: please try again later.", {
      retryAfterSeconds: 30,
    }),
};

function notNow(why: string, retryAfterSeconds: number): AppError {
  return new AppError("unavailable", `${why} Nothing was lost: please try again shortly.`, { retryAfterSeconds });
}
