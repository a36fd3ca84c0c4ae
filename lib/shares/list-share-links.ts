import type { SharesQuery } from "../contract/v1/shares.ts";
import { db } from "../db/client.ts";
import * as shareLinks from "../db/share-links.ts";
import type { Actor } from "../domain/actor.ts";
import type { ListPosition } from "../domain/list-position.ts";
import { type NamedShareLink, nameLinks } from "./name-links.ts";

/** An organisation's share links, newest first, those that have ended too; one more than the page has, if there is one. */
export async function listShareLinks(
  { organizationId }: Actor,
  query: SharesQuery,
  from: ListPosition | null,
): Promise<NamedShareLink[]> {
  const wanted = { organizationId, interviewId: query.interview_id, from, limit: query.limit + 1 };
  return nameLinks(organizationId, await shareLinks.list(db(), wanted));
}
