import { db } from "../../db/client.ts";
import * as secondFactors from "../../db/second-factors.ts";
import { unseal } from "../../sealing.ts";
import { hashRecoveryCode, LOOKS_LIKE_RECOVERY, plainCode } from "./recovery-codes.ts";
import { LOOKS_LIKE_TOTP, stepOfCode } from "./totp.ts";

/** What a right code was: of the app, or one of the recovery codes, which is used up now. */
export type TakenCode = "app" | "recovery";

/** Takes somebody's code, from the app or a recovery code. Each is taken once. @returns null for a wrong or used one */
export async function takeCode(userId: string, typed: string): Promise<TakenCode | null> {
  const code = plainCode(typed);
  if (LOOKS_LIKE_TOTP.test(code)) return (await takeTotp(userId, code)) ? "app" : null;
  if (!LOOKS_LIKE_RECOVERY.test(code)) return null;
  return (await secondFactors.takeRecoveryCode(db(), userId, hashRecoveryCode(code, userId))) ? "recovery" : null;
}

async function takeTotp(userId: string, code: string): Promise<boolean> {
  const known = await secondFactors.find(db(), userId);
  const secret = known?.isConfirmed ? unseal("second-factor-secret", known.secret, userId) : null;
  const step = known && secret ? stepOfCode(secret, code, known.nowMs) : null;
  return step !== null && secondFactors.takeStep(db(), userId, step);
}
