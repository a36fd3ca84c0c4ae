import { db } from "../db/client.ts";
import * as users from "../db/users.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";

/**
 * The account of whoever acts.
 * @throws AppError `forbidden` for an actor that is no user
 */
export async function ownUser({ kind, id, organizationId }: Actor): Promise<users.Credentials> {
  const known = kind === "user" && id ? await users.findOwnCredentials(db(), organizationId, id) : null;
  if (!known) throw new AppError("forbidden:no_account");
  return known;
}
