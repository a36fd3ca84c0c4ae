import { member } from "@/lib/auth/guards.ts";
import { DecisionBody, type DecisionResponse } from "@/lib/contract/review.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { decide } from "@/lib/review/decide.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route(
  { auth: member("owner", "recruiter", "reviewer"), body: DecisionBody },
  async ({ actor, body, params }): Promise<DecisionResponse> => ({
    success: true,
    message: "Decision stored",
    decision: await decide({ ...body, interviewId: params.interview_id ?? "" }, actor),
  }),
);
