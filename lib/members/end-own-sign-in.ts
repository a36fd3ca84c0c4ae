import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as signIns from "../db/sign-ins.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { ownUser } from "./own-user.ts";

/**
 * Signs somebody out in one of their browsers. Ended twice, it is ended; what is not theirs is not touched.
 * @throws AppError `forbidden` for an actor that is no user
 */
export async function endOwnSignIn(
  actor: Actor,
  signInId: string,
  action: "user.signed_out" | "user.sign_in_ended" = "user.sign_in_ended",
): Promise<void> {
  const { user } = await ownUser(actor);
  if (!isUuid(signInId)) return;
  await transaction(async (tx) => {
    if (!(await signIns.end(tx, user.id, signInId))) return;
    await auditEvents.append(tx, actor, action, { kind: "user", id: user.id });
  });
}
