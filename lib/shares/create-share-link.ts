import type { CreateShareBody } from "../contract/v1/shares.ts";
import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as reviews from "../db/reviews.ts";
import * as shareLinks from "../db/share-links.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { holdUnrestricted } from "../restriction/assert-unrestricted.ts";
import { type NamedShareLink, nameLinks } from "./name-links.ts";
import { hashShareToken, newShareToken } from "./share-token.ts";

const DAY_MS = 24 * 3_600_000;

/**
 * Makes a link that shows one finished interview for some days. Its token is in `url` and nowhere else afterwards.
 * @throws AppError `interview_not_found`: absent and not yours look the same; `interview_not_completed`
 */
export async function createShareLink(
  actor: Actor,
  interviewId: string,
  { expires_in_days }: CreateShareBody,
): Promise<{ link: NamedShareLink; url: string }> {
  const { organizationId } = actor;
  const token = newShareToken();
  return transaction(async (tx) => {
    const interview = isUuid(interviewId) ? await reviews.findSession(tx, organizationId, interviewId) : null;
    if (!interview) throw new AppError("interview_not_found");
    await holdUnrestricted(tx, { interviewId });
    if (interview.session?.status !== "completed") {
      throw new AppError("interview_not_completed:share");
    }
    const row = await shareLinks.insert(tx, {
      organizationId,
      interviewId,
      tokenHash: hashShareToken(token) as string, // it was made just now
      createdBy: actor.id ?? actor.kind,
      expiresAt: new Date(Date.now() + expires_in_days * DAY_MS),
    });
    await auditEvents.append(tx, actor, "share_link.created", {
      kind: "interview",
      id: interviewId,
      detail: { share_link_id: row.id, expires_at: row.expiresAt.toISOString() },
    });
    const [link] = await nameLinks(organizationId, [row]);
    return { link: link as NamedShareLink, url: `${env().publicUrl}/share/${token}` };
  });
}
