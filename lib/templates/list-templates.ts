import { db } from "../db/client.ts";
import * as list from "../db/template-list.ts";
import type { Actor } from "../domain/actor.ts";

/** One stretch of the organisation's templates, newest first. */
export function listTemplates(
  filter: list.TemplateFilter,
  page: list.Stretch,
  actor: Actor,
): Promise<list.TemplateSummaryRow[]> {
  return list.list(db(), actor.organizationId, filter, page);
}
