import * as operations from "@/lib/contract/operations/pages.ts";
import { route } from "@/lib/http/operation-route.ts";
import { otherMethods } from "@/lib/http/route.ts";
import { decide } from "@/lib/review/decide.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route(operations.makeDecision, async ({ actor, body, params }) => ({
  message: "Decision stored",
  decision: await decide({ ...body, interviewId: params.interview_id }, actor),
}));
