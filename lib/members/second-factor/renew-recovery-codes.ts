import * as auditEvents from "../../db/audit-events.ts";
import { type Db, transaction } from "../../db/client.ts";
import * as secondFactors from "../../db/second-factors.ts";
import type { Actor } from "../../domain/actor.ts";
import { ownUser } from "../own-user.ts";
import { hashRecoveryCode, newRecoveryCodes } from "./recovery-codes.ts";

/**
 * Makes new recovery codes; those of before are worth nothing.
 * @returns the codes, shown this once
 * @throws AppError `forbidden` for an actor that is no user
 */
export async function renewRecoveryCodes(actor: Actor): Promise<string[]> {
  const { user } = await ownUser(actor);
  const codes = newRecoveryCodes();
  await transaction(async (tx) => {
    await storeRecoveryCodes(tx, user.id, codes);
    await auditEvents.append(tx, actor, "user.recovery_codes_renewed", { kind: "user", id: user.id });
  });
  return codes;
}

/** Stores their hashes in place of those of before, in a transaction that does more. */
export function storeRecoveryCodes(tx: Db, userId: string, codes: string[]): Promise<void> {
  return secondFactors.replaceRecoveryCodes(
    tx,
    userId,
    codes.map((code) => hashRecoveryCode(code, userId)),
  );
}
