import { db } from "../db/client.ts";
import * as details from "../db/template-details.ts";
import type { Actor } from "../domain/actor.ts";
import type { ListPosition } from "../domain/list-position.ts";

/** One stretch of the organisation's templates, newest first. */
export function listTemplates(
  filter: details.TemplateFilter,
  page: { after: ListPosition | null; limit: number },
  actor: Actor,
): Promise<details.TemplateSummaryRow[]> {
  return details.list(db(), actor.organizationId, filter, page);
}
