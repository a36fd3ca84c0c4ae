import type { z } from "zod";
import { AppError, type FieldIssue } from "./errors.ts";

/**
 * Checks what came from outside.
 * @throws AppError `invalid_fields` with every field that is wrong
 */
export function parseFields<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid_fields", "Some fields are not valid.", { issues: parsed.error.issues.flatMap(toIssues) });
}

/** A strict object names the fields it does not know all at once. */
function toIssues(issue: z.core.$ZodIssue): FieldIssue[] {
  if (issue.code !== "unrecognized_keys") return [{ path: issue.path.join("."), message: issue.message }];
  return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: "is not known here" }));
}
