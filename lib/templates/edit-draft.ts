import type { UpdateTemplateBody } from "../contract/v1/templates.ts";
import { type Db, transaction } from "../db/client.ts";
import * as versions from "../db/template-versions.ts";
import type { TemplateDetails } from "../db/templates.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import type { FieldIssue } from "../words/field-words.ts";
import { identifyQuestions } from "./identify-questions.ts";
import { holdTemplate } from "./read.ts";
import { toSettings } from "./template-fields.ts";

/** What a draft can hold; the rest of a template counts at once. */
export type DraftChanges = Omit<UpdateTemplateBody, "name" | "external_id" | "coaching_notes">;

/**
 * Changes what is sent in the template's draft, which begins as a copy of what is published. Nobody is asked a draft.
 * @returns what the draft says now
 * @throws AppError `template_not_found`; `invalid_fields` where the thresholds would cross or an id names no question
 */
export function editDraft(templateId: string, changes: DraftChanges, actor: Actor): Promise<versions.VersionContent> {
  return transaction(async (tx) => {
    const template = await holdTemplate(tx, templateId, actor);
    const draft = (await versions.findDraft(tx, template.id)) ?? template.content;
    return versions.writeDraft(tx, template, await withChanges(tx, template, draft, changes));
  });
}

/** What a version says, with what is sent instead. */
export async function withChanges(
  tx: Db,
  { organizationId }: Pick<TemplateDetails, "organizationId">,
  before: versions.VersionContent,
  changes: DraftChanges,
): Promise<versions.NewContent> {
  assertThresholds(before, changes);
  const { questions } = changes;
  return {
    ...before,
    ...toSettings(changes),
    ...(questions && { questions: await identifyQuestions(tx, organizationId, questions, before.questions) }),
  };
}

/** One of the two may be sent alone. */
function assertThresholds(before: versions.VersionContent, changes: DraftChanges): void {
  const pass = changes.pass_threshold ?? before.passThreshold;
  const fail = changes.fail_threshold ?? before.failThreshold;
  if (fail < pass) return;
  const issue: FieldIssue =
    changes.fail_threshold === undefined
      ? { path: "pass_threshold", key: "above_fail", params: { fail } }
      : { path: "fail_threshold", key: "below_stored_pass", params: { pass } };
  throw new AppError("invalid_fields", { issues: [issue] });
}
