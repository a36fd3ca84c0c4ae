import type { ListedRow } from "../db/interview-list.ts";
import { ENGLISH } from "../words/locale.ts";
import { decidedBy } from "../words/people-words.ts";

/** Whose the latest decision of a line of the list is, in words; null: nobody has decided. */
export function whoDecided({ decidedBy: name, decidedByKey: key }: Pick<ListedRow, "decidedBy" | "decidedByKey">) {
  return name === null ? null : decidedBy({ user: { name }, apiKey: key === null ? null : { name: key } }, ENGLISH);
}
