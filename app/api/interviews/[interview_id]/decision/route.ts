import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { decide } from "@/lib/review/decide.ts";
import { getLatestDecision } from "@/lib/review/get-latest-decision.ts";

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");

export const GET = route(operations.getLatestDecision, ({ actor, params }) =>
  getLatestDecision(params.interview_id, actor),
);

export const POST = route(operations.makeDecision, async ({ actor, body, params }) => ({
  message: "Decision stored",
  decision: await decide({ ...body, interviewId: params.interview_id }, actor),
}));
