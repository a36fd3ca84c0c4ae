import { db } from "../../db/client.ts";
import * as secondFactors from "../../db/second-factors.ts";
import type { Actor } from "../../domain/actor.ts";
import { AppError } from "../../errors.ts";
import { seal } from "../../sealing.ts";
import { ownUser } from "../own-user.ts";
import { newTotpSecret, totpUri } from "./totp.ts";

/**
 * Makes a secret for somebody's app. Nothing is asked of them until they have typed its first code; begun again, the secret of
 * before is worth nothing.
 * @returns the address that an app reads from a QR code; the secret stands in its query
 * @throws AppError `second_factor_exists`; `forbidden` for an actor that is no user
 */
export async function startSecondFactor(actor: Actor): Promise<string> {
  const { user } = await ownUser(actor);
  const secret = newTotpSecret();
  if (!(await secondFactors.propose(db(), user.id, seal("second-factor-secret", secret, user.id)))) {
    throw new AppError("second_factor_exists");
  }
  return totpUri(secret, user.email);
}
