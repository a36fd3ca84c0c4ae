import { reader } from "@/lib/auth/guards.ts";
import { SessionQuery } from "@/lib/contract/interview.ts";
import { presentRecording } from "@/lib/http/present-recording.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { getRecording } from "@/lib/interview/read-results.ts";

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

export const GET = route({ auth: reader, query: SessionQuery }, async ({ actor, params, query }) =>
  presentRecording(await getRecording(actor, params.candidate_id ?? "", query.session_id)),
);
