import { db } from "../db/client.ts";
import * as templates from "../db/templates.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";

/**
 * The template that somebody means who types its name or its id; who types none means the organisation's oldest.
 * @throws AppError `template_not_found`
 */
export async function chooseTemplate(nameOrId: string | undefined, actor: Actor): Promise<templates.TemplateRow> {
  const { organizationId } = actor;
  if (nameOrId === undefined) {
    const oldest = await templates.findOldest(db(), organizationId);
    if (!oldest) throw new AppError("template_not_found:none");
    return oldest;
  }
  const named = await templates.find(db(), organizationId, nameOrId);
  if (!named) throw new AppError("template_not_found:named", { params: { name: nameOrId } });
  return named;
}
