import { randomBytes } from "node:crypto";
import { EmailAddress } from "../contract/fields.ts";
import { db } from "../db/client.ts";
import type { UserRow } from "../db/user-row.ts";
import * as users from "../db/users.ts";
import { hashPassword, MAX_PASSWORD_LENGTH, verifyPassword } from "./passwords.ts";

/** Nobody's password, hashed as a real one is. */
let dummyHash: Promise<string> | undefined;

/** Somebody whose password was right, and the epoch that their sign-in belongs to. */
export type Proven = { user: UserRow; signInEpoch: number };

/** Who signs in with these, or null. */
export async function checkPassword(email: string, password: string): Promise<Proven | null> {
  const account = await findAccount(email);
  const isRight = await isPasswordOf(account, password);
  return account && isRight ? { user: account.user, signInEpoch: account.signInEpoch } : null;
}

/** The account of an address as somebody has typed it; null when nobody has it. */
export async function findAccount(email: string): Promise<users.Credentials | null> {
  const address = EmailAddress.safeParse(email);
  return address.success ? users.findCredentials(db(), address.data) : null;
}

/**
 * Whether this password opens this account. None at all costs the same work as a wrong password, so neither the answer nor its
 * timing tells who has an account.
 */
export async function isPasswordOf(account: users.Credentials | null, password: string): Promise<boolean> {
  // No stored password is longer: hashing megabytes would only serve whoever sends them.
  const candidate = password.length <= MAX_PASSWORD_LENGTH ? password : "";
  dummyHash ??= hashPassword(randomBytes(16).toString("hex"));
  const matches = await verifyPassword(account?.passwordHash ?? (await dummyHash), candidate);
  return matches && account !== null;
}
