import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { presentSession } from "@/lib/http/present-session.ts";
import { route } from "@/lib/http/route.ts";
import { getSessionData } from "@/lib/interview/read-results.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getSession, async ({ actor, may, params }) =>
  presentSession(await getSessionData(actor, params.session_id), may("interviews.write")),
);
