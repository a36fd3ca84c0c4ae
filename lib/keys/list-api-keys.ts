import * as apiKeys from "../db/api-keys.ts";
import { db } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import type { ListPosition } from "../domain/list-position.ts";

/** Every key of the organisation, revoked ones too, oldest first. */
export function listApiKeys(actor: Actor): Promise<apiKeys.ApiKeyRow[]> {
  return apiKeys.list(db(), actor.organizationId);
}

/** The same newest first, page by page. */
export function pageApiKeys(actor: Actor, after: ListPosition | null, limit: number): Promise<apiKeys.ApiKeyRow[]> {
  return apiKeys.page(db(), actor.organizationId, after, limit);
}
