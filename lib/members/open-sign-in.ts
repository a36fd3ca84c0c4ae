import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as signIns from "../db/sign-ins.ts";
import type { UserRow } from "../db/user-row.ts";
import type { TakenCode } from "./second-factor/take-code.ts";

/** From where, and in which browser, in words. */
export type SignInPlace = { address: string; device: string };

/**
 * Opens a sign-in of somebody who has proven who they are, and writes it down.
 * @returns its id, which the cookie names
 */
export async function openSignIn(
  { id, organizationId }: Pick<UserRow, "id" | "organizationId">,
  place: SignInPlace,
  code: TakenCode | null = null,
): Promise<string> {
  const actor = { kind: "user", id, organizationId } as const;
  return transaction(async (tx) => {
    if (code === "recovery") await auditEvents.append(tx, actor, "user.recovery_code_used", { kind: "user", id });
    await auditEvents.append(tx, actor, "user.signed_in", { kind: "user", id, detail: place });
    return signIns.insert(tx, id, place);
  });
}
