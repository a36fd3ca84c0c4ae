import type { ShareLink } from "../../contract/v1/shares.ts";
import type { NamedShareLink } from "../../shares/name-links.ts";
import { ENGLISH } from "../../words/locale.ts";
import { doerWords } from "../../words/people-words.ts";

export function presentShare(link: NamedShareLink): ShareLink {
  return {
    share_link_id: link.id,
    interview_id: link.interviewId,
    created_by: doerWords(link.maker, ENGLISH),
    created_at: link.createdAt.toISOString(),
    expires_at: link.expiresAt.toISOString(),
    revoked_at: link.revokedAt?.toISOString() ?? null,
    open: link.revokedAt === null && link.expiresAt > new Date(),
  };
}
