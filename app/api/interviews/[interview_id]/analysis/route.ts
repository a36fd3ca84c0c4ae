import { rescore } from "@/lib/analysis/rescore.ts";
import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.analyse, async ({ actor, body, params }) => ({
  message: "Analysis started",
  analysis: await rescore(actor, params.interview_id, body),
}));
