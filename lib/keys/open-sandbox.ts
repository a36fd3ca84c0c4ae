import * as auditEvents from "../db/audit-events.ts";
import type { Db } from "../db/client.ts";
import * as newTemplates from "../db/new-templates.ts";
import * as organizations from "../db/organizations.ts";
import type { Actor } from "../domain/actor.ts";

/**
 * The organisation's sandbox, made at its first use with copies of the templates there are: an organisation of its own, so
 * nothing of it ever meets real candidates. Whoever acts in a sandbox already stays in it.
 * @returns its id
 */
export async function openSandbox(tx: Db, actor: Actor): Promise<string> {
  const organization = await organizations.get(tx, actor.organizationId);
  if (organization.sandboxOfId) return organization.id;
  const { id, created } = await organizations.sandboxOf(tx, organization);
  if (created) {
    await newTemplates.copyAll(tx, organization.id, id);
    await auditEvents.append(tx, actor, "sandbox.created", { kind: "organization", id });
  }
  return id;
}
