import { anyone } from "@/lib/auth/guards.ts";
import { AddIssueBody, type DoneAnswer } from "@/lib/contract/interview.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { addIssue } from "@/lib/interview/add-issue.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route({ auth: anyone, body: AddIssueBody }, async ({ body }): Promise<DoneAnswer> => {
  await addIssue(body);
  return { success: true, message: "Issue recorded" };
});
