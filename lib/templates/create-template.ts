import type { CreateTemplateBody } from "../contract/v1/templates.ts";
import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import { lockNames } from "../db/names.ts";
import * as newTemplates from "../db/new-templates.ts";
import type { TemplateDetails } from "../db/templates.ts";
import type { Actor } from "../domain/actor.ts";
import { assertFree } from "./assert-free.ts";
import { identifyQuestions } from "./identify-questions.ts";
import { getTemplate } from "./read.ts";
import { toFields, toSettings } from "./template-fields.ts";

/**
 * A template with its first version, published.
 * @throws AppError `template_name_taken`, `external_id_taken`; `invalid_fields` where an id names no question
 */
export function createTemplate(body: CreateTemplateBody, actor: Actor): Promise<TemplateDetails> {
  const { organizationId } = actor;
  return transaction(async (tx) => {
    await lockNames(tx, organizationId);
    await assertFree(tx, organizationId, { name: body.name, externalId: body.external_id });
    const { id } = await newTemplates.insert(tx, {
      organizationId,
      ...toFields(body),
      name: body.name,
      ...toSettings(body),
      questions: await identifyQuestions(tx, organizationId, body.questions, []),
    });
    await auditEvents.append(tx, actor, "template.created", { kind: "template", id });
    return getTemplate(id, actor);
  });
}
