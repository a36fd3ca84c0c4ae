import * as apiKeys from "../db/api-keys.ts";
import { db } from "../db/client.ts";
import { hashApiKey, looksLikeApiKey } from "./api-key-secret.ts";

export type FoundApiKey = { id: string; organizationId: string; scopes: string[]; corsOrigins: string[] };

/** Whose key this is; null when it is unknown, expired or revoked. One indexed query. */
export async function findApiKey(plain: string): Promise<FoundApiKey | null> {
  if (!looksLikeApiKey(plain)) return null;
  const key = await apiKeys.findActive(db(), hashApiKey(plain));
  if (!key) return null;
  const { stale, ...found } = key;
  if (stale) await apiKeys.touch(db(), found);
  return found;
}

export type EndedApiKey = { id: string; organizationId: string; name: string; reason: "revoked" | "expired" };

/** Whose key this was before it was revoked or its time was over. */
export async function findEndedApiKey(plain: string): Promise<EndedApiKey | null> {
  if (!looksLikeApiKey(plain)) return null;
  const key = await apiKeys.findByHash(db(), hashApiKey(plain));
  if (!key) return null;
  const { id, organizationId, name, revokedAt } = key;
  return { id, organizationId, name, reason: revokedAt ? "revoked" : "expired" };
}
