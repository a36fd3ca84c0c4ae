import { logRefusal, noteRefusal } from "../audit/note-refusal.ts";
import type { Credentials } from "../db/users.ts";
import { findAccount, isPasswordOf } from "../members/check-password.ts";
import { openSignIn } from "../members/open-sign-in.ts";
import { type TakenCode, takeCode } from "../members/second-factor/take-code.ts";
import { admitCode, forgiveCode } from "./code-throttle.ts";
import { type DeviceCookie, deviceCookie, knownDevice } from "./known-device.ts";
import { type Attempt, admitSignIn, forgiveSignIn, withdrawAttempt } from "./sign-in-throttle.ts";

/** What somebody types. `code`: of their second factor, in the second step. */
export type Typed = { email: string; password: string; code: string };
/** Where they do. `cookies` as the browser sends them. */
export type Place = { address: string; device: string; cookies: string };

export type SignInOutcome =
  | { kind: "signed_in"; userId: string; signInEpoch: number; signInId: string; cookie: DeviceCookie }
  | { kind: "wait"; seconds: number }
  | { kind: "wrong" }
  | { kind: "code_needed" }
  | { kind: "code_wrong" };

/**
 * Signs somebody in by password and, where they have one, second factor. Whether an account exists is told by nothing: not by
 * the answer, nor its time, nor who has to wait. Every failure is written down.
 */
export async function signIn({ email, password, code }: Typed, place: Place): Promise<SignInOutcome> {
  const account = await findAccount(email);
  const { address, device } = place;
  // One account is one count, however its address is written.
  const attempt: Attempt = {
    email: account?.user.email ?? email,
    address,
    knownDevice: knownDevice(account, place.cookies),
  };
  const seconds = await admitSignIn(attempt);
  if (seconds > 0) return refused({ kind: "wait", seconds }, account, address);
  if (!(await isPasswordOf(account, password)) || !account) return refused({ kind: "wrong" }, account, address);
  let taken: TakenCode | null = null;
  if (account.hasSecondFactor) {
    if (code.trim() === "") {
      await withdrawAttempt(attempt);
      return { kind: "code_needed" };
    }
    const checked = await checkCode(account.user.id, code, attempt);
    if (typeof checked === "object") return refused(checked, account, address);
    taken = checked;
  }
  await forgiveSignIn(attempt);
  const { user, signInEpoch } = account;
  const signInId = await openSignIn(user, { address, device }, taken);
  return { kind: "signed_in", userId: user.id, signInEpoch, signInId, cookie: deviceCookie(account) };
}

type Refused = Extract<SignInOutcome, { kind: "wait" | "wrong" | "code_wrong" }>;

async function checkCode(userId: string, code: string, { knownDevice }: Attempt): Promise<TakenCode | Refused> {
  const seconds = await admitCode({ userId, knownDevice });
  if (seconds > 0) return { kind: "wait", seconds };
  const taken = await takeCode(userId, code);
  if (!taken) return { kind: "code_wrong" };
  await forgiveCode({ userId, knownDevice });
  return taken;
}

function refused(outcome: Refused, account: Credentials | null, address: string): SignInOutcome {
  if (!account) {
    logRefusal("somebody could not sign in, as nobody who has an account", address);
    return outcome;
  }
  const { id, name, organizationId } = account.user;
  noteRefusal({
    who: { kind: "stranger", organizationId },
    action: outcome.kind === "wait" ? "user.sign_in_delayed" : "user.sign_in_failed",
    subject: { kind: "user", id },
    address,
    detail: { name, reason: REASONS[outcome.kind] },
  });
  return outcome;
}

const REASONS = { wait: "too many tries", wrong: "wrong password", code_wrong: "wrong code" } as const;
