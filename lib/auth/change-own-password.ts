import { type ChangePassword, changePassword } from "../access/change-password.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { CLIENT_ADDRESS_HEADER } from "../http/respond.ts";
import { admitSignIn, forgiveSignIn } from "./sign-in-throttle.ts";

/**
 * Changes a password, as slow to guess the current one by as signing in is.
 * @throws AppError `invalid_fields`, also for a wrong current password; `too_many_requests`
 */
export async function changeOwnPassword(body: ChangePassword, actor: Actor, request: Request): Promise<void> {
  const account = `${actor.kind}:${actor.id}`; // a count of its own: guessing here must not keep its owner from signing in
  const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown";
  const wait = await admitSignIn(account, address);
  if (wait > 0) {
    throw new AppError("too_many_requests", "Too many attempts. Please try again later.", { retryAfterSeconds: wait });
  }
  if (await changePassword(body, actor)) {
    await forgiveSignIn(account, address);
    return;
  }
  const issues = [{ path: "current_password", message: "is not right" }];
  throw new AppError("invalid_fields", "The current password is not right.", { issues });
}
