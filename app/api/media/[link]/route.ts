import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { serveMedia } from "@/lib/http/serve-media.ts";
import { openLink } from "@/lib/shares/link-to-recording.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "HEAD");

export const GET = route(operations.openMediaLink, async ({ params, request }) =>
  serveMedia(request, await openLink(params.link)),
);

export const HEAD = GET;
