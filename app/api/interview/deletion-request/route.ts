import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { requestDeletion } from "@/lib/interview/request-deletion.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.requestDeletion, async ({ body }) => {
  await requestDeletion(body.interview_token);
  return { message: "Your request has been passed on" };
});
