import { anyone } from "@/lib/auth/guards.ts";
import { type OpenSegmentAnswer, OpenSegmentBody } from "@/lib/contract/upload.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { openSegment } from "@/lib/recording/open-segment.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route(
  { auth: anyone, body: OpenSegmentBody },
  async ({ body, params }): Promise<OpenSegmentAnswer> => ({
    success: true,
    message: "Segment opened",
    segment: await openSegment(params.session_id ?? "", body),
  }),
);
