import { createApiKey } from "../../access/create-api-key.ts";
import { listApiKeys } from "../../access/list-api-keys.ts";
import { revokeApiKey } from "../../access/revoke-api-key.ts";
import type { ApiKeyRow } from "../../db/api-keys.ts";
import { withDatabase } from "../database.ts";
import type { Outcome } from "../outcome.ts";
import { commandActor } from "./actor.ts";

export type OrganizationOptions = { organization?: string };
export type NewApiKeyOptions = OrganizationOptions & { name: string };

export function create({ name, organization }: NewApiKeyOptions): Promise<Outcome> {
  return withDatabase(async () => {
    const { id, plain } = await createApiKey({ name }, await commandActor(organization));
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
    created_at: key.createdAt.toISOString(),
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
  };
}

function describe(key: ApiKeyRow): string {
  const used = key.lastUsedAt ? `last used ${key.lastUsedAt.toISOString()}` : "never used";
  const state = key.revokedAt ? `revoked ${key.revokedAt.toISOString()}` : used;
  return `${key.id}  ${key.prefix}…  ${key.name} (${state})`;
}
