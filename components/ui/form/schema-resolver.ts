import { type FieldError, type FieldErrors, type FieldValues, get, type Resolver, set } from "react-hook-form";
import type { Locale } from "../../../lib/words/locale.ts";
import { about, type FieldProblem, type ProblemWords, placeIssues } from "./field-issues.ts";

/** What is sent, as a schema of the contract knows it; of zod or of `zod/mini`. */
export type FormSchema<Body> = {
  safeParse(
    body: unknown,
  ): { success: true; data: Body } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
  /** The same, saying what is wrong in a language; without it, it is said as the schema has it. */
  saidIn?: (locale: Locale) => FormSchema<Body>;
};

/** Checks in the browser what a form would send, by the schema that the server checks it with. */
export function schemaResolver<Values extends FieldValues, Body>(
  schema: FormSchema<Body>,
  toBody: (values: Values) => unknown,
  words: ProblemWords,
  locale: Locale,
): Resolver<Values, unknown, Body> {
  const said = schema.saidIn?.(locale) ?? schema;
  return (values) => {
    const parsed = said.safeParse(toBody(values));
    if (parsed.success) return { values: parsed.data, errors: {} };
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    const { told, untold } = placeIssues(issues, words, locale);
    const errors = toErrors(told);
    const [issue] = untold;
    if (issue) set(errors, "root", { type: "schema", message: about(issue.path)(issue, locale) });
    return { values: {}, errors: errors as FieldErrors<Values> };
  };
}

/** As a form keeps them: nested as its values are. A list's own problem stands beside those of its lines. */
function toErrors(told: FieldProblem[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const { field, problem } of told.toSorted((a, b) => depth(b) - depth(a))) {
    const path = get(errors, field) ? `${field}.root` : field;
    set(errors, path, { type: "schema", message: problem });
  }
  return errors;
}

function depth({ field }: FieldProblem): number {
  return field.split(".").length;
}

/** The sentence at a field, if there is one. */
export function problemAt(errors: FieldErrors, field: string): string | null {
  const error: (Partial<FieldError> & { root?: FieldError }) | undefined = get(errors, field);
  return error?.root?.message ?? error?.message ?? null;
}
