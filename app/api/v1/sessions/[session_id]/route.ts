import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { streamJson } from "@/lib/http/stream-json.ts";
import { writeSessionAs } from "@/lib/present/documented/write-session.ts";
import { presentBelonging } from "@/lib/present/v1/session.ts";
import { presentHeardAnswer } from "@/lib/present/v1/transcript.ts";
import { getBelonging } from "@/lib/review/read-session.ts";
import { getSessionHead } from "@/lib/sitting/read-results.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.readSession, async ({ actor, may, params }) => {
  const belonging = await getBelonging(actor, params.session_id);
  const session = await getSessionHead(actor, belonging.id, may("deletion_requests.answer"));
  const more = presentBelonging(belonging);
  return streamJson(writeSessionAs("session", session, may("interviews.write"), more, presentHeardAnswer));
});
