import { createHash } from "node:crypto";
import { transaction } from "../db/client.ts";
import * as idempotencyKeys from "../db/idempotency-keys.ts";
import { AppError } from "../errors.ts";
import { sessionLimitReached } from "../sitting/session-limit.ts";
import { respond } from "./respond.ts";

export const IDEMPOTENCY_KEY_HEADER = "idempotency-key";
/** Set on an answer that was given before. */
export const REPLAYED_HEADER = "idempotent-replayed";

const KEY = /^[\x21-\x7e]{1,255}$/;
const RETRY_AFTER_SECONDS = 1;

/**
 * Runs a write at most once for its Idempotency-Key (draft-ietf-httpapi-idempotency-key-header). The write and its stored
 * answer commit together, so a process that dies leaves neither or both; while it runs, its database connection holds the
 * key, so a death frees it at once. Only successes are stored: what was refused may be sent again.
 * @param caller who the key belongs to: two callers may choose the same
 * @param options.shownOnce a field of the answer that is not stored: a repeated request gets null for it
 * @param options.most how many keys this caller may have stored at a time
 * @throws AppError `invalid_idempotency_key`, `idempotency_conflict`, `idempotency_in_progress`, `session_limit_reached`
 */
export async function onceForKey(
  request: Request,
  caller: string,
  body: unknown,
  work: () => Promise<Response>,
  { shownOnce, most }: { shownOnce?: string | undefined; most?: number } = {},
): Promise<Response> {
  const key = request.headers.get(IDEMPOTENCY_KEY_HEADER);
  if (key === null) return work();
  if (!KEY.test(key)) {
    throw new AppError("invalid_idempotency_key");
  }
  const requestHash = hashOf(request, body);
  return transaction(async (tx) => {
    if (!(await idempotencyKeys.tryHold(tx, caller, key))) {
      throw new AppError("idempotency_in_progress", {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    }
    const stored = await idempotencyKeys.find(tx, caller, key);
    if (stored && stored.requestHash !== requestHash) {
      throw new AppError("idempotency_conflict");
    }
    if (stored) {
      const replay = respond(JSON.parse(stored.body), stored.status);
      replay.headers.set(REPLAYED_HEADER, "true");
      return replay;
    }
    if (most !== undefined && (await idempotencyKeys.hasAsMany(tx, caller, most))) {
      throw sessionLimitReached({ name: "idempotency_keys", most });
    }
    const answer = await work();
    const text = await answer.clone().text();
    const body = shownOnce === undefined ? text : without(shownOnce, text);
    await idempotencyKeys.store(tx, caller, key, { requestHash, status: answer.status, body });
    return answer;
  });
}

/** A secret that we keep only as a hash must not lie about in an answer. */
function without(field: string, body: string): string {
  return JSON.stringify({ ...JSON.parse(body), [field]: null });
}

function hashOf(request: Request, body: unknown): string {
  const { pathname, search } = new URL(request.url);
  return createHash("sha256")
    .update(JSON.stringify([request.method, pathname, search, body ?? null]))
    .digest("hex");
}
