import { z } from "zod";
import { EmailAddress } from "../../contract/fields.ts";
import * as auditEvents from "../../db/audit-events.ts";
import { transaction } from "../../db/client.ts";
import * as secondFactors from "../../db/second-factors.ts";
import type { UserRow } from "../../db/user-row.ts";
import * as users from "../../db/users.ts";
import type { Actor } from "../../domain/actor.ts";
import { AppError } from "../../errors.ts";
import { parseFields } from "../../parse-fields.ts";

/**
 * Takes somebody's second factor away, because they have lost it and their recovery codes; and ends every sign-in of theirs.
 * @throws AppError `invalid_fields`; `not_found` when the actor's organisation has no such user
 */
export async function resetSecondFactor(input: { email: string }, actor: Actor): Promise<UserRow> {
  const { email } = parseFields(z.object({ email: EmailAddress }), input);
  return transaction(async (tx) => {
    const user = await users.findByEmail(tx, actor.organizationId, email);
    if (!user) throw new AppError("not_found:user", { params: { email } });
    await secondFactors.remove(tx, user.id);
    await users.endSignIns(tx, actor.organizationId, user.id);
    const subject = { kind: "user", id: user.id, detail: { name: user.name } };
    await auditEvents.append(tx, actor, "user.second_factor_reset", subject);
    return user;
  });
}
