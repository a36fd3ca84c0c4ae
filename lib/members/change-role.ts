import { z } from "zod";
import { EmailAddress, says } from "../contract/fields.ts";
import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import type { UserRow } from "../db/user-row.ts";
import * as users from "../db/users.ts";
import { ROLES } from "../domain/access.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { parseFields } from "../parse-fields.ts";

const ChangeRole = z.object({
  email: EmailAddress,
  role: z.enum(ROLES, says("one_of")),
});

/**
 * Gives somebody another role. It holds from their next request on.
 * @throws AppError `invalid_fields`; `not_found` when the actor's organisation has no such user
 */
export async function changeRole(input: z.input<typeof ChangeRole>, actor: Actor): Promise<UserRow> {
  const { email, role } = parseFields(ChangeRole, input);
  return transaction(async (tx) => {
    const user = await users.setRole(tx, actor.organizationId, email, role);
    if (!user) throw new AppError("not_found:user", { params: { email } });
    await auditEvents.append(tx, actor, "user.role_changed", {
      kind: "user",
      id: user.id,
      detail: { name: user.name, role },
    });
    return user;
  });
}
