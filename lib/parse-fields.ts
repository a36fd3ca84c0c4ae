import type { z } from "zod";
import { AppError } from "./errors.ts";
import { fieldIssues } from "./words/field-issues.ts";

/**
 * Checks what came from outside.
 * @throws AppError `invalid_fields` with every field that is wrong
 */
export function parseFields<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid_fields", { issues: fieldIssues(parsed.error) });
}
