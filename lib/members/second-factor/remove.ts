import * as auditEvents from "../../db/audit-events.ts";
import { transaction } from "../../db/client.ts";
import * as secondFactors from "../../db/second-factors.ts";
import type { Actor } from "../../domain/actor.ts";
import { ownUser } from "../own-user.ts";

/**
 * Somebody turns their own second factor off: no code is asked for any more. Turned off twice, it is off.
 * @throws AppError `forbidden` for an actor that is no user
 */
export async function removeSecondFactor(actor: Actor): Promise<void> {
  const { user } = await ownUser(actor);
  await transaction(async (tx) => {
    if (!(await secondFactors.remove(tx, user.id))) return;
    await auditEvents.append(tx, actor, "user.second_factor_removed", { kind: "user", id: user.id });
  });
}
