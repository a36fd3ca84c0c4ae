import * as z from "zod/mini";
import type { FieldKey } from "../words/field-words.ts";

/* The wire of signing in. Its page is the first that people wait for, so its schemas are of zod's small edition. */

const TEXT: FieldKey = "text";
const NOT_EMPTY: FieldKey = "not_empty";
const Filled = z.string(TEXT).check(z.minLength(1, NOT_EMPTY));

/** The first step. */
export const SignInBody = z.object({ email: Filled, password: Filled });
export type SignInBody = z.infer<typeof SignInBody>;

/** The second: a code of the app, or a recovery code. */
export const SignInCode = z.object({ code: Filled });

/** How the sign-in answers when somebody has tried too often: this, then the seconds to wait. */
export const TOO_MANY_ATTEMPTS = "too_many_attempts:";

/** The password was right; a code of the second factor is asked for. */
export const CODE_NEEDED = "second_factor_required";

/** The password was right, and the code is wrong or was used before. */
export const CODE_WRONG = "second_factor_wrong";

/** The seconds to wait that a sign-in's error speaks of, or null when it is about something else. */
export function secondsToWait(error: string): number | null {
  if (!error.startsWith(TOO_MANY_ATTEMPTS)) return null;
  const seconds = Number(error.slice(TOO_MANY_ATTEMPTS.length));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}
