import * as auditEvents from "../../db/audit-events.ts";
import { db, transaction } from "../../db/client.ts";
import * as secondFactors from "../../db/second-factors.ts";
import type { Actor } from "../../domain/actor.ts";
import { unseal } from "../../sealing.ts";
import { ownUser } from "../own-user.ts";
import { newRecoveryCodes, plainCode } from "./recovery-codes.ts";
import { storeRecoveryCodes } from "./renew-recovery-codes.ts";
import { LOOKS_LIKE_TOTP, stepOfCode } from "./totp.ts";

/**
 * The first code of the app that was set up: from now on one is asked for at each sign-in.
 * @returns the recovery codes, shown this once; null for a wrong code, or when there is nothing to confirm
 * @throws AppError `forbidden` for an actor that is no user
 */
export async function confirmSecondFactor(actor: Actor, typed: string): Promise<string[] | null> {
  const { user } = await ownUser(actor);
  const proposed = await secondFactors.find(db(), user.id);
  if (!proposed || proposed.isConfirmed) return null;
  const secret = unseal("second-factor-secret", proposed.secret, user.id);
  const code = plainCode(typed);
  const step = secret && LOOKS_LIKE_TOTP.test(code) ? stepOfCode(secret, code, proposed.nowMs) : null;
  if (step === null) return null;
  const codes = newRecoveryCodes();
  const confirmed = await transaction(async (tx) => {
    if (!(await secondFactors.confirm(tx, user.id, proposed.secret, step))) return false;
    await storeRecoveryCodes(tx, user.id, codes);
    await auditEvents.append(tx, actor, "user.second_factor_added", { kind: "user", id: user.id });
    return true;
  });
  return confirmed ? codes : null;
}
