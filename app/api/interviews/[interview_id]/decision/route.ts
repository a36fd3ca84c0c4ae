import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentDecision, presentLatestDecision } from "@/lib/present/pages/decision.ts";
import { decide } from "@/lib/review/decide.ts";
import { getLatestDecision } from "@/lib/review/read.ts";

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");

export const GET = route(operations.getLatestDecision, async ({ actor, params }) =>
  presentLatestDecision(await getLatestDecision(params.interview_id, actor)),
);

export const POST = route(operations.makeDecision, async ({ actor, body, params }) => ({
  message: "Decision stored",
  decision: presentDecision(await decide({ ...body, interviewId: params.interview_id }, actor)),
}));
