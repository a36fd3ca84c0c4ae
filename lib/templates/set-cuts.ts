import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as cutSettings from "../db/cut-settings.ts";
import * as versions from "../db/template-versions.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { passOnCuts } from "./pass-on-cuts.ts";

/**
 * Sets where a scorer's scores are cut for one version of a template. What is analysed from now on is recommended by it; what was analysed
 * before stays as it is.
 * @param scorer as `scorerKey` names it
 * @throws AppError `template_not_found` where the organisation has published no such version
 */
export async function setCuts(
  versionId: string,
  { scorer, settings }: { scorer: string; settings: readonly cutSettings.NewCutSetting[] },
  actor: Actor,
): Promise<void> {
  const { organizationId, id: setById = null } = actor;
  await transaction(async (tx) => {
    const version = isUuid(versionId) ? await versions.findPublishedPlace(tx, organizationId, versionId) : null;
    if (!version) throw new AppError("template_not_found");
    const { templateId, number } = version;
    await versions.hold(tx, organizationId, templateId);
    await cutSettings.insert(tx, { organizationId, templateVersionId: versionId, scorer, setById }, settings);
    await passOnCuts(tx, templateId, number);
    const detail = { version: number, scorer, criteria: settings.map(({ criterion }) => criterion) };
    await auditEvents.append(tx, actor, "template.cuts_set", { kind: "template", id: templateId, detail });
  });
}
