import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as shareLinks from "../db/share-links.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { type NamedShareLink, nameLinks } from "./name-links.ts";

/**
 * Ends a share link at once. Revoking twice is revoking once.
 * @throws AppError `share_link_not_found`: absent and not yours look the same
 */
export async function revokeShareLink(actor: Actor, id: string): Promise<NamedShareLink> {
  const { organizationId } = actor;
  return transaction(async (tx) => {
    const first = isUuid(id) && (await shareLinks.revoke(tx, organizationId, id, new Date()));
    const row = isUuid(id) ? await shareLinks.find(tx, organizationId, id) : null;
    if (!row) throw new AppError("share_link_not_found");
    if (first) {
      await auditEvents.append(tx, actor, "share_link.revoked", {
        kind: "interview",
        id: row.interviewId,
        detail: { share_link_id: row.id },
      });
    }
    const [link] = await nameLinks(organizationId, [row]);
    return link as NamedShareLink;
  });
}
