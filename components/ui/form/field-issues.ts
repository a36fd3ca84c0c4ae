import { catalogue } from "../../../lib/words/catalogue.ts";
import { forms } from "../../../lib/words/en/forms.ts";
import type { Locale } from "../../../lib/words/locale.ts";

const sentences = catalogue({ en: forms });

/** What is wrong with one field, as the contract's schema or the server says it: `path` as in `questions.0.text`. */
export type FieldIssue = { path: string; message: string };

/**
 * How the problems of a form's fields are said, by the path of each in what is sent; `*` stands for any line of a list:
 * `questions.*.text`. What is wrong with a path that is not here is told for the whole form.
 */
export type ProblemWords = Record<string, (issue: FieldIssue, locale: Locale) => string>;

/** A sentence about a field from what is wrong with it: “must not be empty” → “The name must not be empty.” */
export function about(subject: string): (issue: FieldIssue, locale: Locale) => string {
  return ({ message }, locale) => sentences.in(locale)("about", { subject, problem: message });
}

/** `problem`: a sentence to stand at `field`. */
export type FieldProblem = { field: string; problem: string };

/** The problems that fields tell, the first of each; `untold` is what belongs to none of them. */
export function placeIssues(
  issues: readonly FieldIssue[],
  words: ProblemWords,
  locale: Locale,
): { told: FieldProblem[]; untold: FieldIssue[] } {
  const told = new Map<string, string>();
  const untold: FieldIssue[] = [];
  for (const issue of issues) {
    const found = fieldOf(issue.path, words);
    if (!found) untold.push(issue);
    else if (!told.has(found.field)) told.set(found.field, found.say(issue, locale));
  }
  return { told: [...told].map(([field, problem]) => ({ field, problem })), untold };
}

/** The field that a path leads to, or the nearest that it leads through. */
function fieldOf(path: string, words: ProblemWords) {
  const steps = path.split(".");
  for (let length = steps.length; length > 0; length--) {
    const field = steps.slice(0, length).join(".");
    const key = field.replace(/(?<=\.)\d+(?=\.|$)/g, "*");
    const say = Object.hasOwn(words, key) ? words[key] : undefined;
    if (say) return { field, say };
  }
  return null;
}
