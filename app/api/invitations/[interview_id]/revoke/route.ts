import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { revokeInvitation } from "@/lib/interviews/revoke-invitation.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.withdrawInvitation, async ({ actor, params }) => {
  await revokeInvitation(params.interview_id, actor);
  return { message: "Invitation revoked" };
});
