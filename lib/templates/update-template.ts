import type { UpdateTemplateBody } from "../contract/v1/templates.ts";
import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import { lockNames } from "../db/names.ts";
import * as details from "../db/template-details.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import type { FieldIssue } from "../words/field-words.ts";
import { assertFree } from "./assert-free.ts";
import { getTemplate } from "./get-template.ts";
import { toFields, toQuestions } from "./to-rows.ts";

/**
 * Changes what is sent. Interviews that were taken keep what they were asked: their questions are copies.
 * @throws AppError `template_not_found`, `template_name_taken`, `external_id_taken`; `invalid_fields` where the thresholds would cross
 */
export function updateTemplate(
  templateId: string,
  body: UpdateTemplateBody,
  actor: Actor,
): Promise<details.TemplateDetails> {
  const { organizationId } = actor;
  return transaction(async (tx) => {
    await lockNames(tx, organizationId);
    const template = await getTemplate(templateId, actor);
    assertThresholds(template, body);
    await assertFree(tx, organizationId, { name: body.name, externalId: body.external_id, exceptId: template.id });
    await details.update(tx, organizationId, template.id, toFields(body));
    if (body.questions) await details.replaceQuestions(tx, template, toQuestions(body.questions));
    await auditEvents.append(tx, actor, "template.changed", {
      kind: "template",
      id: template.id,
      detail: { fields: Object.keys(body) },
    });
    return getTemplate(template.id, actor);
  });
}

/** One of the two may be sent alone. */
function assertThresholds(template: details.TemplateDetails, body: UpdateTemplateBody): void {
  const pass = body.pass_threshold ?? template.passThreshold;
  const fail = body.fail_threshold ?? template.failThreshold;
  if (fail < pass) return;
  const issue: FieldIssue =
    body.fail_threshold === undefined
      ? { path: "pass_threshold", key: "above_fail", params: { fail } }
      : { path: "fail_threshold", key: "below_stored_pass", params: { pass } };
  throw new AppError("invalid_fields", { issues: [issue] });
}
