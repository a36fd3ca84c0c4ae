import { member } from "@/lib/auth/guards.ts";
import type { ReviewResponse } from "@/lib/contract/review.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { getReview } from "@/lib/review/get-review.ts";

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

export const GET = route(
  { auth: member("owner", "recruiter", "reviewer") },
  async ({ actor, params }): Promise<ReviewResponse> => ({
    success: true,
    review: await getReview(params.interview_id ?? "", actor),
  }),
);
