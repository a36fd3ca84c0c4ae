import { db } from "../db/client.ts";
import * as details from "../db/template-details.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";

/**
 * A template with its questions, archived or not.
 * @throws AppError `template_not_found`
 */
export async function getTemplate(templateId: string, actor: Actor): Promise<details.TemplateDetails> {
  const found = isUuid(templateId) ? await details.find(db(), actor.organizationId, templateId) : null;
  if (!found) throw new AppError("template_not_found");
  return found;
}
