import * as operations from "@/lib/contract/operations/interviews.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { getInterview } from "@/lib/interviews/read.ts";
import { revokeInvitation } from "@/lib/interviews/revoke-invitation.ts";
import { presentInterview } from "@/lib/present/v1/interview.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.revokeInterview, async ({ actor, params }) => {
  await revokeInvitation(params.interview_id, actor);
  return { interview: presentInterview(await getInterview(params.interview_id, actor)) };
});
