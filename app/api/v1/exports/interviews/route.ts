import * as operations from "@/lib/contract/operations/exports.ts";
import { exportInterviews } from "@/lib/exports/export-interviews.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.exportInterviews, async ({ actor, query }) => {
  const { body, contentType, fileName } = await exportInterviews(actor, query);
  const headers = {
    "content-type": contentType,
    "content-disposition": `attachment; filename="${fileName}"`,
    "cache-control": "no-store",
  };
  return new Response(body, { headers });
});
