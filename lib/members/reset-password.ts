import { z } from "zod";
import { EmailAddress } from "../contract/fields.ts";
import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import type { UserRow } from "../db/user-row.ts";
import * as users from "../db/users.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { parseFields } from "../parse-fields.ts";
import { hashPassword, Password } from "./passwords.ts";

const ResetPassword = z.object({ email: EmailAddress, password: Password });

/**
 * Replaces a forgotten password, and ends every sign-in of its user.
 * @throws AppError `invalid_fields`; `not_found` when the actor's organisation has no such user
 */
export async function resetPassword(input: z.input<typeof ResetPassword>, actor: Actor): Promise<UserRow> {
  const { email, password } = parseFields(ResetPassword, input);
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const user = await users.setPasswordHash(tx, actor.organizationId, email, passwordHash);
    if (!user) throw new AppError("not_found:user", { params: { email } });
    const subject = { kind: "user", id: user.id, detail: { name: user.name } };
    await auditEvents.append(tx, actor, "user.password_reset", subject);
    return user;
  });
}
