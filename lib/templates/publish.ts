import { isDeepStrictEqual } from "node:util";
import * as auditEvents from "../db/audit-events.ts";
import { type Db, transaction } from "../db/client.ts";
import * as versions from "../db/template-versions.ts";
import type { TemplateDetails } from "../db/templates.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { passOnCuts } from "./pass-on-cuts.ts";
import { getTemplate, holdTemplate } from "./read.ts";

/**
 * Makes the draft what the template asks from now on. With no draft there is nothing to do: it may have been published already.
 * @param replaces the number of the version that whoever publishes knows as the latest
 * @throws AppError `template_not_found`; `template_changed` where there is a later version than that
 */
export function publishDraft(
  templateId: string,
  { replaces }: { replaces: number },
  actor: Actor,
): Promise<TemplateDetails> {
  return transaction(async (tx) => {
    const template = await holdTemplate(tx, templateId, actor);
    const draft = await versions.findDraft(tx, template.id);
    if (!draft) return template;
    if (template.version !== replaces) {
      throw new AppError("template_changed");
    }
    const version = await publish(tx, template, draft);
    await versions.discardDraft(tx, template.id);
    if (version === null) return template;
    const subject = { kind: "template", id: template.id, detail: { version } };
    await auditEvents.append(tx, actor, "template.changed", subject);
    return getTemplate(template.id, actor);
  });
}

/**
 * Makes this the latest version of a template that is held.
 * @returns its number, or null where it says nothing new: then there is none
 */
export async function publish(tx: Db, template: TemplateDetails, content: versions.NewContent): Promise<number | null> {
  if (isDeepStrictEqual(content, template.content)) return null;
  const number = await versions.publish(tx, template, content);
  await passOnCuts(tx, template.id, template.version);
  return number;
}
