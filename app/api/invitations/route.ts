import { member } from "@/lib/auth/guards.ts";
import { InviteBody, type InvitedAnswer } from "@/lib/contract/invitations.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { createInvitation } from "@/lib/invites/create-invitation.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route(
  { auth: member("owner", "recruiter"), body: InviteBody },
  async ({ actor, body }): Promise<InvitedAnswer> => {
    const invited = await createInvitation(body, actor);
    return {
      success: true,
      message: "Invitation created",
      candidate_id: invited.candidateId,
      interview_id: invited.interviewId,
      interview_token: invited.token,
      url: invited.url,
    };
  },
);
