import { randomBytes } from "node:crypto";
import { EmailAddress } from "../contract/fields.ts";
import { db } from "../db/client.ts";
import * as users from "../db/users.ts";
import { hashPassword, MAX_PASSWORD_LENGTH, verifyPassword } from "./passwords.ts";

/** Nobody's password, hashed as a real one is. */
let dummyHash: Promise<string> | undefined;

/** Somebody whose password was right, and the epoch that their sign-in belongs to. */
export type Proven = { user: users.UserRow; signInEpoch: number };

/**
 * Who signs in with these, or null. An unknown address costs the same work as a wrong password, so neither the answer
 * nor its timing tells who has an account.
 */
export async function checkPassword(email: string, password: string): Promise<Proven | null> {
  const address = EmailAddress.safeParse(email);
  const credentials = address.success ? await users.findCredentials(db(), address.data) : null;
  // No stored password is longer: hashing megabytes would only serve whoever sends them.
  const candidate = password.length <= MAX_PASSWORD_LENGTH ? password : "";
  dummyHash ??= hashPassword(randomBytes(16).toString("hex"));
  const matches = await verifyPassword(credentials?.passwordHash ?? (await dummyHash), candidate);
  return matches && credentials ? { user: credentials.user, signInEpoch: credentials.signInEpoch } : null;
}
