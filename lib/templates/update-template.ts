import { isDeepStrictEqual } from "node:util";
import type { UpdateTemplateBody } from "../contract/v1/templates.ts";
import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import { lockNames } from "../db/names.ts";
import * as templates from "../db/templates.ts";
import type { Actor } from "../domain/actor.ts";
import { assertFree } from "./assert-free.ts";
import { withChanges } from "./edit-draft.ts";
import { publish } from "./publish.ts";
import { getTemplate, holdTemplate } from "./read.ts";
import { toFields } from "./template-fields.ts";

/**
 * Changes what is sent, and publishes that at once, beside a draft that somebody may be working on. Interviews that have begun keep their
 * version. Where everything is as it was, nothing happens.
 * @throws AppError `template_not_found`, `template_name_taken`, `external_id_taken`; `invalid_fields` where the thresholds would
 * cross or an id names no question
 */
export function updateTemplate(
  templateId: string,
  body: UpdateTemplateBody,
  actor: Actor,
): Promise<templates.TemplateDetails> {
  const { organizationId } = actor;
  return transaction(async (tx) => {
    await lockNames(tx, organizationId);
    const template = await holdTemplate(tx, templateId, actor);
    const content = await withChanges(tx, template, template.content, body);
    await assertFree(tx, organizationId, { name: body.name, externalId: body.external_id, exceptId: template.id });
    await templates.update(tx, organizationId, template.id, toFields(body));
    await publish(tx, template, content);
    const changed = await getTemplate(template.id, actor);
    if (isDeepStrictEqual(changed, template)) return template;
    const detail = { fields: Object.keys(body), version: changed.version };
    await auditEvents.append(tx, actor, "template.changed", { kind: "template", id: template.id, detail });
    return changed;
  });
}
