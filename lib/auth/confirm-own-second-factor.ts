import type { Actor } from "../domain/actor.ts";
import { confirmSecondFactor } from "../members/second-factor/confirm.ts";
import { slowCode } from "./prove-again.ts";

/**
 * Turns somebody's second factor on by its first code, which can be guessed as slowly as any.
 * @returns the recovery codes, shown this once
 * @throws AppError `invalid_fields` for a wrong code; `too_many_requests`
 */
export async function confirmOwnSecondFactor(code: string, actor: Actor): Promise<string[]> {
  let codes: string[] | null = null;
  await slowCode(actor, async () => {
    codes = await confirmSecondFactor(actor, code);
    return codes !== null;
  });
  return codes ?? [];
}
