import { z } from "zod";
import { EmailAddress, PersonName, says } from "../contract/fields.ts";
import * as auditEvents from "../db/audit-events.ts";
import { type Db, transaction } from "../db/client.ts";
import type { UserRow } from "../db/user-row.ts";
import * as users from "../db/users.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { parseFields } from "../parse-fields.ts";
import { hashPassword, Password } from "./passwords.ts";

const NewUser = z.object({
  email: EmailAddress,
  role: z.enum(["owner", "recruiter", "reviewer"], says("one_of")),
  name: PersonName.optional(),
  password: Password,
});
export type NewUser = z.input<typeof NewUser>;

/**
 * Lets somebody sign in. Without a name, the part of the address before the @ stands for it.
 * @throws AppError `invalid_fields`, also when the address is taken: it signs in to one organisation
 */
export function createUser(input: NewUser, actor: Actor): Promise<UserRow> {
  return transaction((tx) => addUser(tx, input, actor));
}

/** The same within a transaction that does more. */
export async function addUser(tx: Db, input: NewUser, actor: Actor): Promise<UserRow> {
  const { password, ...fields } = parseFields(NewUser, input);
  const name = fields.name ?? fields.email.slice(0, fields.email.indexOf("@"));
  const passwordHash = await hashPassword(password);
  const user = await users.insert(tx, { ...fields, name, passwordHash, organizationId: actor.organizationId });
  if (!user) {
    throw new AppError("invalid_fields:user_taken", {
      params: { email: fields.email },
      issues: [{ path: "email", key: "taken" }],
    });
  }
  await auditEvents.append(tx, actor, "user.created", {
    kind: "user",
    id: user.id,
    detail: { name: user.name, role: user.role },
  });
  return user;
}
