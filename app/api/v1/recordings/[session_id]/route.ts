import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentRecording } from "@/lib/present/v1/recording.ts";
import { getBelonging } from "@/lib/review/read-session.ts";
import { getRecording } from "@/lib/sitting/read-results.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.readRecording, async ({ actor, params }) => {
  const belonging = await getBelonging(actor, params.session_id);
  const found = await getRecording(actor, String(belonging.candidateId), belonging.id);
  return { recording: presentRecording(found, belonging) };
});
