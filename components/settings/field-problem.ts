import { ClientError } from "@/lib/client/fetch-json.ts";

/** What the server says about one field, as a sentence: “must not be empty” → “The name must not be empty.” */
export function fieldProblem(error: Error | null, field: string, label: string): string | null {
  const issues = error instanceof ClientError ? error.issues : [];
  const found = issues.find(({ path }) => path === field || path.startsWith(`${field}.`));
  return found ? `${label} ${found.message}.` : null;
}

/** Whether a refusal is told at the fields already. */
export function isToldAtFields(error: Error | null): boolean {
  return error instanceof ClientError && error.issues.length > 0;
}
