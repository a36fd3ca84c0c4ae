import type { ErrorEnvelope } from "../contract/envelope.ts";
import { ERRORS } from "../contract/error-codes.ts";
import { REQUEST_ID_HEADER } from "../contract/headers.ts";
import { type DatabaseFault, databaseFault } from "../db/fault.ts";
import { AppError } from "../errors.ts";
import { describeError, logger } from "../logger.ts";
import { told } from "../told.ts";

const PRIVATE = { "cache-control": "no-store" };

export function respond(body: object, status = 200): Response {
  return Response.json(body, { status, headers: PRIVATE });
}

/**
 * The one way out for errors. What was thrown on purpose is told in words; anything else is logged by the request's id
 * and answered with nothing internal in it.
 */
export function respondError(error: unknown, request: Request): Response {
  const known = error instanceof AppError ? error : unexpected(error, request);
  const { message, ...rest } = told(known);
  const body: ErrorEnvelope = { success: false, message, error: rest };
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
  return new AppError("internal");
}

/** What a client is told of the database, and when it may ask again. */
const FAULTS: Record<DatabaseFault, () => AppError> = {
  away: () => new AppError("unavailable:database_away", { retryAfterSeconds: 5 }),
  too_slow: () => new AppError("unavailable:database_slow", { retryAfterSeconds: 10 }),
  conflict: () => new AppError("unavailable:database_busy", { retryAfterSeconds: 1 }),
  full: () => new AppError("storage_full:database", { retryAfterSeconds: 30 }),
};
