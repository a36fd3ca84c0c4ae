import * as operations from "@/lib/contract/operations/interviews.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { extendInvitation } from "@/lib/interviews/extend-invitation.ts";
import { endOf } from "@/lib/interviews/wanted-interview.ts";
import { presentInterview } from "@/lib/present/v1/interview.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.extendInterview, async ({ actor, body, params }) => {
  const until = { field: body.expires_at ? "expires_at" : "expires_in_days", at: endOf(body) };
  return { interview: presentInterview(await extendInvitation(params.interview_id, until, actor)) };
});
