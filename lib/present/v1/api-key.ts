import type { ApiKey } from "../../contract/v1/api-keys.ts";
import type { ApiKeyRow } from "../../db/api-keys.ts";
import { SCOPES } from "../../domain/access.ts";

export function presentApiKey(key: ApiKeyRow): ApiKey {
  return {
    id: key.id,
    name: key.name,
    kind: key.organization.sandboxOfId ? "test" : "live",
    prefix: key.prefix,
    scopes: SCOPES.filter((scope) => key.scopes.includes(scope)),
    cors_origins: key.corsOrigins,
    expires_at: key.expiresAt?.toISOString() ?? null,
    created_at: key.createdAt.toISOString(),
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
  };
}
