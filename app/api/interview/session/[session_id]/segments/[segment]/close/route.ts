import * as operations from "@/lib/contract/operations/upload.ts";
import { SegmentAddress } from "@/lib/contract/upload.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { parseFields } from "@/lib/parse-fields.ts";
import { closeSegment } from "@/lib/recording/close-segment.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.closeSegment, async ({ body, params }) => {
  const { segment } = parseFields(SegmentAddress, params);
  await closeSegment(params.session_id, segment, body.parts);
  return { message: "Segment closed" };
});
