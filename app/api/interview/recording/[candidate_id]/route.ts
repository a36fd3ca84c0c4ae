import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentRecording } from "@/lib/present/documented/recording.ts";
import { getRecording } from "@/lib/sitting/read-results.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getRecording, async ({ actor, params, query }) =>
  presentRecording(await getRecording(actor, params.candidate_id, query.session_id)),
);
