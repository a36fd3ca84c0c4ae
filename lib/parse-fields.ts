import type { z } from "zod";
import { AppError } from "./errors.ts";

/**
 * Checks what came from outside.
 * @throws AppError `invalid_fields` with every field that is wrong
 */
export function parseFields<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  throw new AppError("invalid_fields", "Some fields are not valid.", { issues });
}
