import type { ErrorCode } from "../contract/error-codes.ts";
import { CLIENT_ADDRESS_HEADER } from "../contract/headers.ts";
import type { Operation } from "../contract/operation.ts";
import type { Actor } from "../domain/actor.ts";
import { RATE_LIMITS } from "../domain/rate-limits.ts";
import { AppError } from "../errors.ts";
import { countedAddress } from "../limits/counted-address.ts";
import { countGuess, countGuessOf } from "../limits/guesses.ts";
import { consume, type LimitState } from "../limits/limiter.ts";

/** Counts a request for this key; null where nothing is limited. */
export async function count(operation: Operation, key: string): Promise<LimitState | null> {
  return operation.limit === null ? null : consume(operation.limit, key);
}

/** @throws AppError `too_many_requests` */
export function assertWithin(state: LimitState | null): void {
  if (!state?.exceeded) return;
  throw new AppError("too_many_requests:requests", {
    params: { seconds: state.resetSeconds },
    retryAfterSeconds: state.resetSeconds,
  });
}

/** Whether an operation is counted by the interview session that it writes to. */
export function isPerSession({ limit }: Operation): boolean {
  return limit !== null && RATE_LIMITS[limit].per === "session";
}

/** Who is asking, for counting: a key, a user, else an address. */
export function callerKey(actor: Actor | null, request: Request): string {
  return actor ? keyOf(actor) : `address:${countedAddress(addressOf(request))}`;
}

function keyOf({ kind, id }: Actor): string {
  return `${kind}:${id}`;
}

function addressOf(request: Request): string {
  return request.headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown";
}

/** What tells whoever guesses that a credential fits nothing. */
const WRONG_CREDENTIALS = new Set<ErrorCode>(["interview_not_found", "session_not_found", "share_link_not_found"]);

/**
 * Counts a refusal of a credential or an id, and becomes "too many" once whoever guesses has sent too many of them.
 * @param known whose valid key or sign-in came along; null: a stranger, who is counted by their address
 */
export async function slowGuessing(error: unknown, request: Request, known: Actor | null): Promise<unknown> {
  if (!(error instanceof AppError)) return error;
  const wrongKey = error.code === "unauthenticated" && request.headers.has("authorization");
  if (!wrongKey && !WRONG_CREDENTIALS.has(error.code)) return error;
  const seconds = await (known ? countGuessOf(keyOf(known)) : countGuess(addressOf(request)));
  if (seconds === 0) return error;
  return new AppError("too_many_requests:unknown", { params: { seconds }, retryAfterSeconds: seconds });
}

/** RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-10). */
export function addLimitHeaders(response: Response, state: LimitState): void {
  response.headers.set("ratelimit-policy", `"${state.class}";q=${state.points};w=${state.windowSeconds}`);
  response.headers.set("ratelimit", `"${state.class}";r=${state.remaining};t=${state.resetSeconds}`);
}
