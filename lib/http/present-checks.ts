import { AppError } from "../errors.ts";
import { told } from "../told.ts";
import { respond } from "./respond.ts";

const RETRY_AFTER_SECONDS = 5;

/**
 * An answer about what works: 200, or 503 naming each part that does not.
 * @param well what it says when all of it does
 * @param options `dispensable`: parts whose absence is told and no refusal; `more`: what else it tells, well or not
 */
export function presentChecks(
  checks: Record<string, boolean>,
  well: string,
  { dispensable = [], more = {} }: { dispensable?: string[]; more?: object } = {},
): Response {
  const unwell = Object.keys(checks).filter((name) => !checks[name] && !dispensable.includes(name));
  if (unwell.length === 0) return respond({ success: true, message: well, checks, ...more });
  const { message, ...error } = told(
    new AppError("unavailable:checks", {
      params: { checks: unwell.join(", ") },
      issues: unwell.map((path) => ({ path, key: "does_not_work" })),
    }),
  );
  const answer = respond({ success: false, message, error, checks, ...more }, 503);
  answer.headers.set("retry-after", String(RETRY_AFTER_SECONDS));
  return answer;
}
