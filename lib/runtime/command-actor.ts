import { db } from "../db/client.ts";
import * as organizations from "../db/organizations.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";

/**
 * For whom a command acts: the named organisation, or the first. Whoever can run the command already owns the
 * database, so it acts as the system.
 * @throws AppError `not_found`, or `invalid_fields` when several have this name
 */
export async function commandActor(organization: string | undefined): Promise<Actor> {
  const { id: organizationId } = organization === undefined ? await getFirst() : await getNamed(organization);
  return { organizationId, kind: "system" };
}

async function getFirst(): Promise<organizations.OrganizationRow> {
  const first = await organizations.findFirst(db());
  if (!first) throw new AppError("not_found:no_organization");
  return first;
}

async function getNamed(nameOrId: string): Promise<organizations.OrganizationRow> {
  const [found, ...others] = await organizations.findByNameOrId(db(), nameOrId);
  if (!found) throw new AppError("not_found:organization", { params: { name: nameOrId } });
  if (others.length > 0) {
    throw new AppError("invalid_fields:organizations", {
      issues: [{ path: "organization", key: "name_of_several", params: { name: nameOrId } }],
    });
  }
  return found;
}
