import type { TemplateSummaryRow } from "../../db/template-list.ts";

/**
 * What somebody can be invited to, oldest first: the first one is the default.
 * @param rows newest first, as they are listed
 */
export function presentChoices(rows: readonly TemplateSummaryRow[]): { id: string; name: string }[] {
  return rows.toReversed().map(({ id, name }) => ({ id, name }));
}
