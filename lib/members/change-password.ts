import { z } from "zod";
import { says } from "../contract/fields.ts";
import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as users from "../db/users.ts";
import type { Actor } from "../domain/actor.ts";
import { parseFields } from "../parse-fields.ts";
import { isPasswordOf } from "./check-password.ts";
import { ownUser } from "./own-user.ts";
import { hashPassword, Password } from "./passwords.ts";

const ChangePassword = z.object({ current_password: z.string(says("text")), new_password: Password });
export type ChangePassword = z.input<typeof ChangePassword>;

/**
 * Somebody changes their own password: whoever else is signed in as them is not any more.
 * @returns whether the current password was right; nothing is changed when it was not
 * @throws AppError `invalid_fields`; `forbidden` for an actor that is no user
 */
export async function changePassword(input: ChangePassword, actor: Actor): Promise<boolean> {
  const { current_password, new_password } = parseFields(ChangePassword, input);
  const known = await ownUser(actor);
  if (!(await isPasswordOf(known, current_password))) return false;
  const passwordHash = await hashPassword(new_password);
  await transaction(async (tx) => {
    await users.setPasswordHash(tx, actor.organizationId, known.user.email, passwordHash);
    await auditEvents.append(tx, actor, "user.password_changed", { kind: "user", id: known.user.id });
  });
  return true;
}
