import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { isPasswordOf } from "../members/check-password.ts";
import { ownUser } from "../members/own-user.ts";
import { takeCode } from "../members/second-factor/take-code.ts";
import type { FieldIssue } from "../words/field-words.ts";
import { admitCode, forgiveCode } from "./code-throttle.ts";
import { assertNoWait, guessSlowly } from "./guess-slowly.ts";

/**
 * Somebody who is signed in gives their password once more.
 * @throws AppError `invalid_fields` for a wrong one; `too_many_requests`
 */
export async function provePassword(password: string, actor: Actor, request: Request): Promise<void> {
  const isRight = async () => isPasswordOf(await ownUser(actor), password);
  if (!(await guessSlowly(actor, request, isRight))) throw wrongPassword();
}

/**
 * The same, and a code of their second factor.
 * @throws AppError `invalid_fields` for a wrong or used one; `too_many_requests`
 */
export async function provePasswordAndCode(
  { current_password, code }: { current_password: string; code: string },
  actor: Actor,
  request: Request,
): Promise<void> {
  await provePassword(current_password, actor, request);
  await slowCode(actor, async () => (await takeCode(actor.id ?? "", code)) !== null);
}

/** Looks at a code as slowly as at sign-in. @throws AppError `invalid_fields`, `too_many_requests` */
export async function slowCode(actor: Actor, check: () => Promise<boolean>): Promise<void> {
  // Whoever is signed in is counted apart from those who only know the password.
  const attempt = { userId: actor.id ?? "", knownDevice: "signed in" };
  assertNoWait(await admitCode(attempt));
  if (!(await check())) throw new AppError("invalid_fields:code", notRight("code"));
  await forgiveCode(attempt);
}

export function wrongPassword(): AppError {
  return new AppError("invalid_fields:current_password", notRight("current_password"));
}

function notRight(path: string): { issues: FieldIssue[] } {
  return { issues: [{ path, key: "not_right" }] };
}
