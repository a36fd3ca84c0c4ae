import type { ApiKeyRow } from "../../db/api-keys.ts";
import type { Scope } from "../../domain/access.ts";
import { createApiKey } from "../../keys/create-api-key.ts";
import { listApiKeys } from "../../keys/list-api-keys.ts";
import { revokeApiKey } from "../../keys/revoke-api-key.ts";
import { commandActor } from "../../runtime/command-actor.ts";
import { withDatabase } from "../../runtime/database.ts";
import type { Outcome } from "../../runtime/outcome.ts";

export type OrganizationOptions = { organization?: string };
export type NewApiKeyOptions = OrganizationOptions & {
  name: string;
  test: boolean;
  scope: string[];
  expiresAt?: string;
  corsOrigin: string[];
};

export function create({ name, organization, ...options }: NewApiKeyOptions): Promise<Outcome> {
  return withDatabase(async () => {
    const key = {
      name,
      kind: options.test ? ("test" as const) : ("live" as const),
      scopes: options.scope as Scope[],
      expires_at: options.expiresAt,
      cors_origins: options.corsOrigin,
    };
    const { id, plain } = await createApiKey(key, await commandActor(organization));
    return { json: { id, api_key: plain }, text: `${plain}\nThis is the only time it is shown. Its id is ${id}.` };
  });
}

export function list({ organization }: OrganizationOptions): Promise<Outcome> {
  return withDatabase(async () => {
    const keys = await listApiKeys(await commandActor(organization));
    return { json: { api_keys: keys.map(present) }, text: keys.map(describe).join("\n") || "There are no API keys." };
  });
}

export function revoke(id: string, { organization }: OrganizationOptions): Promise<Outcome> {
  return withDatabase(async () => {
    const key = await revokeApiKey(id, await commandActor(organization));
    return { json: present(key), text: `The API key “${key.name}” (${key.prefix}…) is revoked.` };
  });
}

function present(key: ApiKeyRow) {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    kind: kindOf(key),
    scopes: key.scopes,
    cors_origins: key.corsOrigins,
    expires_at: key.expiresAt?.toISOString() ?? null,
    created_at: key.createdAt.toISOString(),
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
  };
}

function describe(key: ApiKeyRow): string {
  const used = key.lastUsedAt ? `last used ${key.lastUsedAt.toISOString()}` : "never used";
  const ends = key.expiresAt ? `, ends ${key.expiresAt.toISOString()}` : "";
  const state = key.revokedAt ? `revoked ${key.revokedAt.toISOString()}` : `${used}${ends}`;
  return `${key.id}  ${key.prefix}…  ${key.name} (${kindOf(key)}, ${key.scopes.join(" ")}, ${state})`;
}

function kindOf({ organization }: ApiKeyRow): "live" | "test" {
  return organization.sandboxOfId ? "test" : "live";
}
