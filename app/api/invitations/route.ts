import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { createInvitation } from "@/lib/interviews/create-invitation.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.invite, async ({ actor, body }) => {
  const invited = await createInvitation(body, actor);
  return {
    message: "Invitation created",
    candidate_id: invited.candidateId,
    interview_id: invited.interviewId,
    interview_token: invited.token,
    url: invited.url,
  };
});
