import { signIn } from "next-auth/react";
import { CODE_NEEDED } from "@/lib/contract/sign-in.ts";
import { type SignInProblem, signInProblem, UNREACHABLE } from "./sign-in-problem.ts";

export type Typed = { email: string; password: string; code?: string };

/** `code_needed`: the password was right, and this account has a second factor. */
export type Tried = { kind: "signed_in" } | { kind: "code_needed" } | { kind: "problem"; problem: SignInProblem };

/** Signs in in this browser, or says what is wrong. */
export async function tryToSignIn(typed: Typed): Promise<Tried> {
  try {
    const answer = await signIn("credentials", { redirect: false, ...typed });
    if (answer?.ok && !answer.error) return { kind: "signed_in" };
    if (answer?.error === CODE_NEEDED) return { kind: "code_needed" };
    return { kind: "problem", problem: signInProblem(answer?.error ?? "") };
  } catch {
    return { kind: "problem", problem: UNREACHABLE };
  }
}
