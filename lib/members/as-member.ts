import type { Db } from "../db/client.ts";
import * as organizations from "../db/organizations.ts";
import type { Actor } from "../domain/actor.ts";

/**
 * Whether what came with a candidate's token was sent by one of those who invited them: the candidate's link is shown to members and
 * keys that may write, and what they say is not the candidate's.
 * @returns them, in the interview's organisation; null: the candidate, or somebody who is nobody there
 */
export async function asMember(tx: Db, asker: Actor | null, organizationId: string): Promise<Actor | null> {
  if (!asker || asker.organizationId === organizationId) return asker;
  const { sandboxOfId } = await organizations.get(tx, organizationId); // a sandbox has no members of its own
  return sandboxOfId === asker.organizationId ? { ...asker, organizationId } : null;
}
