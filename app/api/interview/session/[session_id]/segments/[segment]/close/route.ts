import { anyone } from "@/lib/auth/guards.ts";
import type { DoneAnswer } from "@/lib/contract/interview.ts";
import { CloseSegmentBody, SegmentAddress } from "@/lib/contract/upload.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { parseFields } from "@/lib/parse-fields.ts";
import { closeSegment } from "@/lib/recording/close-segment.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route({ auth: anyone, body: CloseSegmentBody }, async ({ body, params }): Promise<DoneAnswer> => {
  const { segment } = parseFields(SegmentAddress, params);
  await closeSegment(params.session_id ?? "", segment, body.parts);
  return { success: true, message: "Segment closed" };
});
