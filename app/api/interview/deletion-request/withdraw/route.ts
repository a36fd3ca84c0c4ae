import { findAsker } from "@/lib/auth/find-asker.ts";
import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { withdrawRequest } from "@/lib/privacy/end-deletion-request.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.withdrawDeletionRequest, async ({ body, request }) => {
  await withdrawRequest(body.interview_token, await findAsker(request));
  return { message: "Your request has been taken back" };
});
