import * as operations from "@/lib/contract/operations/interviews.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { getInterview } from "@/lib/interviews/read.ts";
import { presentInterview } from "@/lib/present/v1/interview.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getInterview, async ({ actor, params }) => ({
  interview: presentInterview(await getInterview(params.interview_id, actor)),
}));
