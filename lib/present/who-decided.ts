import type { ListedRow } from "../db/interview-list.ts";
import { ENGLISH, type Locale } from "../words/locale.ts";
import { decidedBy } from "../words/people-words.ts";

/**
 * Whose the latest decision of a line of the list is, in words; null: nobody has decided.
 * @param locale of whoever reads it; programs are told in English
 */
export function whoDecided(
  { decidedBy: name, decidedByKey: key }: Pick<ListedRow, "decidedBy" | "decidedByKey">,
  locale: Locale = ENGLISH,
): string | null {
  return name === null ? null : decidedBy({ user: { name }, apiKey: key === null ? null : { name: key } }, locale);
}
