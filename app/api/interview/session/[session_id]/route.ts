import { reader } from "@/lib/auth/guards.ts";
import { presentSession } from "@/lib/http/present-session.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { getSessionData } from "@/lib/interview/read-results.ts";

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

export const GET = route({ auth: reader }, async ({ actor, params }) =>
  presentSession(await getSessionData(actor, params.session_id ?? "")),
);
