import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { addIssue } from "@/lib/sitting/add-issue.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.addIssue, async ({ body }) => {
  await addIssue(body);
  return { message: "Issue recorded" };
});
