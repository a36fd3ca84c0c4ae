import * as operations from "@/lib/contract/operations/shares.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentShare } from "@/lib/present/v1/share.ts";
import { revokeShareLink } from "@/lib/shares/revoke-share-link.ts";

export const { GET, HEAD, POST, PUT, PATCH, OPTIONS } = otherMethods("DELETE");

export const DELETE = route(operations.revokeShareLink, async ({ actor, params }) => ({
  share_link: presentShare(await revokeShareLink(actor, params.share_link_id)),
}));
