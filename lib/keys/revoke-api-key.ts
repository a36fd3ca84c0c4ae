import * as apiKeys from "../db/api-keys.ts";
import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";

/**
 * Ends a key at once. Revoked twice, it stays revoked as of the first time.
 * @throws AppError `not_found` when the actor's organisation has no such key
 */
export async function revokeApiKey(id: string, actor: Actor): Promise<apiKeys.ApiKeyRow> {
  const unknown = new AppError("not_found:api_key", { params: { id } });
  if (!isUuid(id)) throw unknown;
  return transaction(async (tx) => {
    const revoked = await apiKeys.markRevoked(tx, actor.organizationId, id);
    const key = await apiKeys.find(tx, actor.organizationId, id);
    if (!key) throw unknown;
    const subject = { kind: "api_key", id, detail: { name: key.name } };
    if (revoked) await auditEvents.append(tx, actor, "api_key.revoked", subject);
    return key;
  });
}
