import { z } from "zod";
import * as apiKeys from "../db/api-keys.ts";
import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import { parseFields } from "../parse-fields.ts";
import { newApiKey } from "./api-key-secret.ts";
import { oneLine } from "./person-fields.ts";

const NewApiKey = z.object({ name: oneLine(100) });

/**
 * Lets a program read results and invite candidates.
 * @returns the key's row, and `plain`: the key itself, for this one time only
 * @throws AppError `invalid_fields`
 */
export async function createApiKey(
  input: z.input<typeof NewApiKey>,
  actor: Actor,
): Promise<apiKeys.ApiKeyRow & { plain: string }> {
  const { name } = parseFields(NewApiKey, input);
  const { plain, prefix, hash } = newApiKey();
  return transaction(async (tx) => {
    const key = await apiKeys.insert(tx, { organizationId: actor.organizationId, name, prefix, hash });
    await auditEvents.append(tx, actor, "api_key.created", { kind: "api_key", id: key.id, detail: { name } });
    return { ...key, plain };
  });
}
