import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { decide } from "@/lib/review/decide.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.makeDecision, async ({ actor, body, params }) => ({
  message: "Decision stored",
  decision: await decide({ ...body, interviewId: params.interview_id }, actor),
}));
