import { member } from "@/lib/auth/guards.ts";
import type { DoneAnswer } from "@/lib/contract/interview.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { revokeInvitation } from "@/lib/invites/revoke-invitation.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route({ auth: member("owner", "recruiter") }, async ({ actor, params }): Promise<DoneAnswer> => {
  await revokeInvitation(params.interview_id ?? "", actor);
  return { success: true, message: "Invitation revoked" };
});
