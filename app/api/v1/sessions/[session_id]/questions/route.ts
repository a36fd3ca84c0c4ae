import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { streamJson } from "@/lib/http/stream-json.ts";
import { readPositionCursor } from "@/lib/present/v1/cursor.ts";
import { writeQuestions } from "@/lib/present/v1/write-questions.ts";
import { getSessionHead } from "@/lib/sitting/read-results.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.listSessionQuestions, async ({ actor, may, params, query }) => {
  const after = readPositionCursor(query.cursor);
  const session = await getSessionHead(actor, params.session_id, may("deletion_requests.answer"));
  return streamJson(writeQuestions(session, after, query.limit));
});
