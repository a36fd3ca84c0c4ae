import * as operations from "@/lib/contract/operations/pages.ts";
import { route } from "@/lib/http/operation-route.ts";
import { otherMethods } from "@/lib/http/route.ts";
import { getReview } from "@/lib/review/get-review.ts";

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

export const GET = route(operations.getReview, async ({ actor, params }) => ({
  review: await getReview(params.interview_id, actor),
}));
