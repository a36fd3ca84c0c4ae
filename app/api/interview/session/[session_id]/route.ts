import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { streamJson } from "@/lib/http/stream-json.ts";
import { writeSessionAs } from "@/lib/present/documented/write-session.ts";
import { getSessionHead } from "@/lib/sitting/read-results.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getSession, async ({ actor, may, params }) => {
  const session = await getSessionHead(actor, params.session_id, may("deletion_requests.answer"));
  return streamJson(writeSessionAs("session_data", session, may("interviews.write")));
});
