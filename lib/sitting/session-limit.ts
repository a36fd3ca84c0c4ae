import { db } from "../db/client.ts";
import { usageOf } from "../db/session-quota.ts";
import { type Amounts, mostOf, passedLimit, type QuotaName } from "../domain/session-quota.ts";
import { AppError } from "../errors.ts";

/** A refusal that names the limit and its value. */
export function sessionLimitReached({ name, most }: { name: QuotaName; most: number }): AppError {
  return new AppError("session_limit_reached", {
    params: { most, limit: name },
    issues: [{ path: name, key: "at_most_for_session", params: { most } }],
  });
}

/**
 * The refusal of a write that a limit was the reason for.
 * @param adding what was about to be written, as far as it is known
 * @param otherwise the limit, where none of those is it
 */
export async function quotaRefusal(sessionId: string, adding: Amounts, otherwise: QuotaName): Promise<AppError> {
  const { quota, used } = await usageOf(db(), sessionId);
  const passed = passedLimit(quota, used, adding);
  return sessionLimitReached(passed ?? { name: otherwise, most: mostOf(quota, otherwise) });
}

/**
 * Called where a write was not made: says so if a limit was the reason. What is counted only grows, so what was refused for
 * it stays refused.
 * @param adding what was about to be written
 * @throws AppError `session_limit_reached`
 */
export async function assertWithinQuota(sessionId: string, adding: Amounts): Promise<void> {
  const { quota, used } = await usageOf(db(), sessionId);
  const passed = passedLimit(quota, used, adding);
  if (passed) throw sessionLimitReached(passed);
}
