import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { keepData } from "@/lib/privacy/end-deletion-request.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.keepData, async ({ actor, body, params }) => {
  await keepData(actor, params.interview_id, body.reason);
  return { message: "Answered: the data is kept" };
});
