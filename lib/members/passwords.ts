import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";
import { says } from "../contract/fields.ts";
import { isCommonPassword } from "./common-passwords.ts";

/** In UTF-16 code units. */
export const MAX_PASSWORD_LENGTH = 200;

/** NIST SP 800-63B asks for length and for a list of those that are guessed first, not for composition. */
export const Password = z
  .string(says("text"))
  .min(10, says("characters_at_least"))
  .max(MAX_PASSWORD_LENGTH, says("characters_at_most"))
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), says("no_controls"))
  .refine((text) => !isCommonPassword(canonical(text)), says("common_password"));

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @returns a PHC string with its own salt and parameters */
export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), ARGON2ID);
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, canonical(password));
}

/** The same letters typed on another keyboard can be other code points. */
function canonical(password: string): string {
  return password.normalize("NFKC");
}
