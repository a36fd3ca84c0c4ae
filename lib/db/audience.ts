import type { Audience } from "../domain/consent-notice.ts";
import type { Db } from "./client.ts";

/** Who can see what comes of an organisation's interviews, at this moment. A sandbox has its parent's members. */
export async function find(db: Db, organizationId: string): Promise<Audience> {
  const [row] = await db.$queryRaw<{ roles: Audience["roles"]; programs: boolean; links: boolean; urls: string[] }[]>`
    SELECT
      ARRAY(SELECT role::text FROM users WHERE organization_id = coalesce(o.sandbox_of_id, o.id)
        GROUP BY role ORDER BY role) AS roles,
      EXISTS (SELECT 1 FROM api_keys WHERE organization_id = o.id AND revoked_at IS NULL
        AND (expires_at IS NULL OR expires_at > now()) AND scopes && ARRAY['read', 'admin']) AS programs,
      EXISTS (SELECT 1 FROM share_links WHERE organization_id = o.id AND revoked_at IS NULL AND expires_at > now()) AS links,
      ARRAY(SELECT url FROM webhooks WHERE organization_id = o.id AND disabled_at IS NULL) AS urls
    FROM organizations o WHERE o.id = ${organizationId}::uuid`;
  const { roles = [], programs = false, links: shareLinks = false, urls = [] } = row ?? {};
  const webhookHosts = [...new Set(urls.map((url) => new URL(url).hostname))].sort();
  return { roles, programs, shareLinks, webhookHosts };
}
