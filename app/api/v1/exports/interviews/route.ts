import * as operations from "@/lib/contract/operations/exports.ts";
import { LEFT_OUT_HEADER } from "@/lib/contract/v1/exports.ts";
import { exportInterviews } from "@/lib/exports/export-interviews.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.exportInterviews, async ({ actor, query }) => {
  const { body, contentType, fileName, leftOut } = await exportInterviews(actor, query);
  const headers = {
    "content-type": contentType,
    "content-disposition": `attachment; filename="${fileName}"`,
    "cache-control": "no-store",
    [LEFT_OUT_HEADER]: String(leftOut),
  };
  return new Response(body, { headers });
});
