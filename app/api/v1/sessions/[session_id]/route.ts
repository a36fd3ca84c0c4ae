import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentSession } from "@/lib/http/v1/present-session.ts";
import { getSessionData } from "@/lib/interview/read-results.ts";
import { getBelonging } from "@/lib/review/read-session.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.readSession, async ({ actor, may, params }) => {
  const belonging = await getBelonging(actor, params.session_id);
  const session = await getSessionData(actor, belonging.id);
  return { session: presentSession(session, belonging, may("interviews.write")) };
});
