import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { endSession } from "@/lib/sitting/end-session.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.endSession, async ({ body }) => {
  await endSession(body.session_id);
  return { message: "Interview session ended successfully. Analysis started." };
});
