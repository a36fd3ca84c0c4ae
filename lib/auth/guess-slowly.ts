import { CLIENT_ADDRESS_HEADER } from "../contract/headers.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { admitSignIn, forgiveSignIn, withdrawAttempt } from "./sign-in-throttle.ts";

/**
 * Lets somebody who is signed in prove once more who they are, as slow to guess as signing in is: the browser may have been
 * found open. It is counted apart from signing in, and must not keep them from it.
 * @param check whether what they gave is right
 * @throws AppError `too_many_requests`
 */
export async function guessSlowly(actor: Actor, request: Request, check: () => Promise<boolean>): Promise<boolean> {
  const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown";
  const attempt = { email: `${actor.kind}:${actor.id}`, address, knownDevice: null };
  assertNoWait(await admitSignIn(attempt));
  try {
    const isRight = await check();
    if (isRight) await forgiveSignIn(attempt);
    return isRight;
  } catch (error) {
    await withdrawAttempt(attempt); // nothing was looked at
    throw error;
  }
}

/** @throws AppError `too_many_requests` */
export function assertNoWait(seconds: number): void {
  if (seconds <= 0) return;
  throw new AppError("too_many_requests:attempts", { params: { seconds }, retryAfterSeconds: seconds });
}
