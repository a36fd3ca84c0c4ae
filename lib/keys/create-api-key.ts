import { z } from "zod";
import { oneLine } from "../contract/fields.ts";
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

const Origin = z
  .string("must be a text")
  .refine(isOrigin, "must be an origin such as https://app.example.com, without a path");

const NewApiKey = z.object({
  name: oneLine(100),
  /** A test key works in the organisation's sandbox. */
  kind: z.enum(["live", "test"], "must be live or test").default("live"),
  scopes: z
    .array(z.enum(SCOPES, "must be read, write or admin"), "must be a list")
    .min(1, "must have at least one")
    .default(["read", "write"]),
  cors_origins: z.array(Origin, "must be a list").max(20, "must have at most 20 entries").default([]),
  expires_at: z.coerce
    .date("must be a time such as 2027-01-31T00:00:00Z")
    .refine((at) => at > new Date(), "must be in the future")
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
  const issues = [{ path: "kind", message: "must be test: this is the sandbox" }];
  throw new AppError("invalid_fields", "Some fields are not valid.", { issues });
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}
