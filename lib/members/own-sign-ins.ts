import { db } from "../db/client.ts";
import * as secondFactors from "../db/second-factors.ts";
import * as signIns from "../db/sign-ins.ts";
import type { Actor } from "../domain/actor.ts";
import { env } from "../env.ts";
import { ownUser } from "./own-user.ts";

/** How somebody signs in: where they are signed in now, the last used first, and how many recovery codes they have left. */
export async function ownSignIns(actor: Actor): Promise<{ signIns: signIns.SignInRow[]; recoveryCodesLeft: number }> {
  const { user } = await ownUser(actor);
  const [open, recoveryCodesLeft] = await Promise.all([
    signIns.listLive(db(), user.id, env().signIn),
    secondFactors.countRecoveryCodes(db(), user.id),
  ]);
  return { signIns: open, recoveryCodesLeft };
}
