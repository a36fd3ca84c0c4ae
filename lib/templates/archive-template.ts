import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as templates from "../db/templates.ts";
import type { Actor } from "../domain/actor.ts";
import { getTemplate } from "./read.ts";

/**
 * Nobody can be invited to it any more; invitations that were sent stay good. Archived twice, it stays archived as of the first time.
 * @throws AppError `template_not_found`
 */
export function archiveTemplate(templateId: string, actor: Actor): Promise<templates.TemplateDetails> {
  return transaction(async (tx) => {
    const { id } = await getTemplate(templateId, actor);
    if (await templates.markArchived(tx, actor.organizationId, id)) {
      await auditEvents.append(tx, actor, "template.archived", { kind: "template", id });
    }
    return getTemplate(id, actor);
  });
}
