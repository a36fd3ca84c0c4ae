import * as auditEvents from "../db/audit-events.ts";
import { db } from "../db/client.ts";
import type { UserRow } from "../db/users.ts";

/** Writes down that somebody signed in. */
export async function noteSignIn({ id, organizationId }: Pick<UserRow, "id" | "organizationId">): Promise<void> {
  await auditEvents.append(db(), { kind: "user", id, organizationId }, "user.signed_in", { kind: "user", id });
}
