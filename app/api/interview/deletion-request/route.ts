import { findAsker } from "@/lib/auth/find-asker.ts";
import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { requestDeletion } from "@/lib/privacy/request-deletion.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.requestDeletion, async ({ body, request }) => {
  await requestDeletion(body.interview_token, await findAsker(request));
  return { message: "Your request has been passed on" };
});
