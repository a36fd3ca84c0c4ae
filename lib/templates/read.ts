import { type Db, db } from "../db/client.ts";
import * as list from "../db/template-list.ts";
import * as versions from "../db/template-versions.ts";
import * as templates from "../db/templates.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";

/** One stretch of the organisation's templates, newest first. */
export function listTemplates(
  filter: list.TemplateFilter,
  page: list.Stretch,
  actor: Actor,
): Promise<list.TemplateSummaryRow[]> {
  return list.list(db(), actor.organizationId, filter, page);
}

/**
 * A template as it is published, archived or not.
 * @throws AppError `template_not_found`
 */
export async function getTemplate(templateId: string, actor: Actor): Promise<templates.TemplateDetails> {
  const found = isUuid(templateId) ? await templates.findPublished(db(), actor.organizationId, templateId) : null;
  if (!found) throw new AppError("template_not_found");
  return found;
}

/** The same, held until the transaction ends: until then nobody else gives it another version or another draft. */
export async function holdTemplate(tx: Db, templateId: string, actor: Actor): Promise<templates.TemplateDetails> {
  const held = isUuid(templateId) && (await versions.hold(tx, actor.organizationId, templateId));
  if (!held) throw new AppError("template_not_found");
  return getTemplate(templateId, actor);
}
