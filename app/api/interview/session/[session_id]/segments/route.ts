import * as operations from "@/lib/contract/operations/upload.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { openSegment } from "@/lib/recording/open-segment.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.openSegment, async ({ body, params, program }) => ({
  message: "Segment opened",
  segment: await openSegment(params.session_id, body, program),
}));
