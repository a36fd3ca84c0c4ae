import type { CreateTemplateBody } from "../contract/v1/templates.ts";
import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import { lockNames } from "../db/names.ts";
import * as details from "../db/template-details.ts";
import type { Actor } from "../domain/actor.ts";
import { assertFree } from "./assert-free.ts";
import { getTemplate } from "./get-template.ts";
import { toFields, toQuestions } from "./to-rows.ts";

/** @throws AppError `template_name_taken`, `external_id_taken` */
export function createTemplate(body: CreateTemplateBody, actor: Actor): Promise<details.TemplateDetails> {
  const { organizationId } = actor;
  return transaction(async (tx) => {
    await lockNames(tx, organizationId);
    await assertFree(tx, organizationId, { name: body.name, externalId: body.external_id });
    const id = await details.insert(tx, organizationId, toFields(body), toQuestions(body.questions));
    await auditEvents.append(tx, actor, "template.created", { kind: "template", id });
    return getTemplate(id, actor);
  });
}
