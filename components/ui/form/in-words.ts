import { fieldIssues } from "../../../lib/words/field-issues.ts";
import { fieldWords } from "../../../lib/words/field-words.ts";
import { ENGLISH, type Locale } from "../../../lib/words/locale.ts";
import type { FormSchema } from "./schema-resolver.ts";

/** A schema of the contract, which names what is wrong, as one that says it in the page's language. */
export function inWords<Body>(schema: FormSchema<Body>): FormSchema<Body> {
  const saidIn = (locale: Locale): FormSchema<Body> => ({
    safeParse(body) {
      const parsed = schema.safeParse(body);
      if (parsed.success) return parsed;
      const issues = fieldIssues(parsed.error).map((issue) => ({
        path: issue.path.split("."),
        message: fieldWords(issue, locale),
      }));
      return { success: false, error: { issues } };
    },
  });
  return { ...saidIn(ENGLISH), saidIn };
}
