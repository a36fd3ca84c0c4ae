import { anyone } from "@/lib/auth/guards.ts";
import { type DoneAnswer, EndSessionBody } from "@/lib/contract/interview.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { endSession } from "@/lib/interview/end-session.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route({ auth: anyone, body: EndSessionBody }, async ({ body }): Promise<DoneAnswer> => {
  await endSession(body.session_id);
  return { success: true, message: "Interview session ended successfully. Analysis started." };
});
