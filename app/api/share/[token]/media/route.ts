import * as operations from "@/lib/contract/operations/shares.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { linkShared } from "@/lib/shares/shared-interview.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.playShared, async ({ params, query }) => {
  const { url } = await linkShared(params.token, { file: query.file, download: query.download === "1" });
  return new Response(null, { status: 302, headers: { location: url, "cache-control": "no-store" } });
});
