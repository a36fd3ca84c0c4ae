import type { Actor } from "../domain/actor.ts";
import { type ChangePassword, changePassword } from "../members/change-password.ts";
import { guessSlowly } from "./guess-slowly.ts";
import { wrongPassword } from "./prove-again.ts";

/**
 * Changes a password, as slow to guess the current one by as signing in is.
 * @throws AppError `invalid_fields`, also for a wrong current password; `too_many_requests`
 */
export async function changeOwnPassword(body: ChangePassword, actor: Actor, request: Request): Promise<void> {
  if (!(await guessSlowly(actor, request, () => changePassword(body, actor)))) throw wrongPassword();
}
