import { namesOf } from "../db/analysis-versions.ts";
import { db } from "../db/client.ts";
import type { ShareLinkRow } from "../db/share-links.ts";
import { type Doer, LEFT } from "../domain/doer.ts";
import { isUuid } from "../domain/ids.ts";

export type NamedShareLink = ShareLinkRow & { maker: Doer };

/** Links with what their makers are called. All of one organisation. */
export async function nameLinks(organizationId: string, links: ShareLinkRow[]): Promise<NamedShareLink[]> {
  const ids = [...new Set(links.map(({ createdBy }) => createdBy).filter(isUuid))];
  const names = await namesOf(db(), organizationId, ids);
  return links.map((link) => ({ ...link, maker: names.get(link.createdBy) ?? LEFT }));
}
