import type { SignedIn } from "../db/sign-ins.ts";
import { env } from "../env.ts";

/** Whether somebody must set up a second factor before anything else (SECOND_FACTOR_REQUIRED). */
export function mustEnrol({ role, secondFactor }: Pick<SignedIn, "role" | "secondFactor">): boolean {
  return !secondFactor && isRequiredOf(role);
}

/** Whether people of this role must sign in with a second factor. */
export function isRequiredOf(role: SignedIn["role"]): boolean {
  const { secondFactorRequired } = env().signIn;
  return secondFactorRequired === "everybody" || (secondFactorRequired === "owners" && role === "owner");
}
