import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { readerLocale } from "@/lib/http/reader-locale.ts";
import { route } from "@/lib/http/route.ts";
import { presentDecision, presentLatestDecision } from "@/lib/present/pages/decision.ts";
import { decide } from "@/lib/review/decide.ts";
import { getLatestDecision } from "@/lib/review/read.ts";

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");

export const GET = route(operations.getLatestDecision, async ({ actor, params, request }) =>
  presentLatestDecision(await getLatestDecision(params.interview_id, actor), readerLocale(request)),
);

export const POST = route(operations.makeDecision, async ({ actor, body, params, request }) => ({
  message: "Decision stored",
  decision: presentDecision(await decide({ ...body, interviewId: params.interview_id }, actor), readerLocale(request)),
}));
