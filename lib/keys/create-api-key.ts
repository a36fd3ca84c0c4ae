import { z } from "zod";
import { oneLine, says } from "../contract/fields.ts";
import * as apiKeys from "../db/api-keys.ts";
import * as auditEvents from "../db/audit-events.ts";
import { type Db, transaction } from "../db/client.ts";
import * as organizations from "../db/organizations.ts";
import { SCOPES } from "../domain/access.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { parseFields } from "../parse-fields.ts";
import { newApiKey } from "./api-key-secret.ts";
import { openSandbox } from "./open-sandbox.ts";

const Origin = z.string(says("text")).refine(isOrigin, says("origin"));

const NewApiKey = z.object({
  name: oneLine(100),
  /** A test key works in the organisation's sandbox. */
  kind: z.enum(["live", "test"], says("one_of")).default("live"),
  scopes: z
    .array(z.enum(SCOPES, says("one_of")), says("list"))
    .min(1, says("one_at_least"))
    .default(["read", "write"]),
  cors_origins: z.array(Origin, says("list")).max(20, says("entries_at_most")).default([]),
  expires_at: z.coerce
    .date(says("time"))
    .refine((at) => at > new Date(), says("in_the_future"))
    .nullish(),
});
export type NewApiKey = z.input<typeof NewApiKey>;

/**
 * Lets a program use the API.
 * @returns the key's row, and `plain`: the key itself, for this one time only
 * @throws AppError `invalid_fields`
 */
export async function createApiKey(input: NewApiKey, actor: Actor): Promise<apiKeys.ApiKeyRow & { plain: string }> {
  const { name, kind, scopes, cors_origins, expires_at } = parseFields(NewApiKey, input);
  const { plain, prefix, hash } = newApiKey(kind);
  return transaction(async (tx) => {
    const organizationId = kind === "test" ? await openSandbox(tx, actor) : await liveOrganization(tx, actor);
    const key = await apiKeys.insert(tx, {
      organizationId,
      name,
      prefix,
      hash,
      scopes: SCOPES.filter((scope) => scopes.includes(scope)),
      corsOrigins: [...new Set(cors_origins)],
      expiresAt: expires_at ?? null,
    });
    await auditEvents.append(tx, actor, "api_key.created", {
      kind: "api_key",
      id: key.id,
      detail: { name, kind, scopes: key.scopes },
    });
    return { ...key, plain };
  });
}

/** What is called live must be: whoever acts in a sandbox stays in it. */
async function liveOrganization(tx: Db, { organizationId }: Actor): Promise<string> {
  const { sandboxOfId } = await organizations.get(tx, organizationId);
  if (sandboxOfId === null) return organizationId;
  throw new AppError("invalid_fields", { issues: [{ path: "kind", key: "test_key" }] });
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}
