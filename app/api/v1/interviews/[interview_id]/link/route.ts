import * as operations from "@/lib/contract/operations/interviews.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { getLink } from "@/lib/interviews/get-link.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getInterviewLink, async ({ actor, params }) => {
  const { id, token, url } = await getLink(params.interview_id, actor);
  return { interview_id: id, interview_token: token, url };
});
