import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as users from "../db/users.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";

/**
 * Signs somebody out in every browser, the one that asks included.
 * @throws AppError `forbidden` for an actor that is no user
 */
export async function endSignIns(actor: Actor): Promise<void> {
  const { kind, id, organizationId } = actor;
  if (kind !== "user" || !id) throw new AppError("forbidden:sign_out");
  await transaction(async (tx) => {
    await users.endSignIns(tx, organizationId, id);
    await auditEvents.append(tx, actor, "user.signed_out_everywhere", { kind: "user", id });
  });
}
