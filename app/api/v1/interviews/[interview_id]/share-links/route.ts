import * as operations from "@/lib/contract/operations/shares.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentShare } from "@/lib/present/v1/share.ts";
import { createShareLink } from "@/lib/shares/create-share-link.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.createShareLink, async ({ actor, body, params }) => {
  const { link, url } = await createShareLink(actor, params.interview_id, body);
  return { share_link: presentShare(link), url };
});
