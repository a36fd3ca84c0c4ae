import { changeRole } from "../../members/change-role.ts";
import { createUser, type NewUser } from "../../members/create-user.ts";
import { resetPassword } from "../../members/reset-password.ts";
import { resetSecondFactor } from "../../members/second-factor/reset.ts";
import { commandActor } from "../../runtime/command-actor.ts";
import { withDatabase } from "../../runtime/database.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import { readPassword } from "./read-password.ts";

export type NewUserOptions = Pick<NewUser, "email" | "role" | "name"> & { organization?: string };
export type SetRoleOptions = Pick<NewUser, "email" | "role"> & { organization?: string };
export type MemberOptions = { email: string; organization?: string };

export async function create({ email, role, name, organization }: NewUserOptions): Promise<Outcome> {
  const password = await readPassword();
  return withDatabase(async () => {
    const user = await createUser({ email, role, name, password }, await commandActor(organization));
    const json = { id: user.id, email: user.email, name: user.name, role: user.role };
    return { json, text: `${user.email} can sign in now, as ${user.role}.` };
  });
}

export async function reset({ email, organization }: MemberOptions): Promise<Outcome> {
  const password = await readPassword();
  return withDatabase(async () => {
    const user = await resetPassword({ email, password }, await commandActor(organization));
    return { json: { id: user.id, email: user.email }, text: `${user.email} has a new password.` };
  });
}

export function removeSecondFactor({ email, organization }: MemberOptions): Promise<Outcome> {
  return withDatabase(async () => {
    const user = await resetSecondFactor({ email }, await commandActor(organization));
    const text = `${user.email} signs in with the password alone now, and is signed out everywhere.`;
    return { json: { id: user.id, email: user.email }, text };
  });
}

export function setRole({ email, role, organization }: SetRoleOptions): Promise<Outcome> {
  return withDatabase(async () => {
    const user = await changeRole({ email, role }, await commandActor(organization));
    return { json: { id: user.id, email: user.email, role: user.role }, text: `${user.email} is ${user.role} now.` };
  });
}
