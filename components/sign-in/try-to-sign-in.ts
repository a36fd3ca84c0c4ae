import { signIn } from "next-auth/react";
import { CODE_NEEDED, type SignInBody } from "@/lib/contract/sign-in.ts";
import { SignInRefused, signInProblem, UNREACHABLE } from "./sign-in-problem.ts";

/**
 * Signs in in this browser.
 * @returns `code_needed`: the password was right, and this account has a second factor
 * @throws SignInRefused
 */
export async function tryToSignIn(typed: SignInBody & { code?: string }): Promise<"signed_in" | "code_needed"> {
  const answer = await signIn("credentials", { redirect: false, ...typed }).catch(() => {
    throw new SignInRefused(UNREACHABLE);
  });
  if (answer?.ok && !answer.error) return "signed_in";
  if (answer?.error === CODE_NEEDED) return "code_needed";
  throw new SignInRefused(signInProblem(answer?.error ?? ""));
}
