import * as operations from "@/lib/contract/operations/heard-words.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { correctWords } from "@/lib/sitting/correct-words.ts";

export const { GET, HEAD, POST, PATCH, DELETE, OPTIONS } = otherMethods("PUT");

export const PUT = route(operations.correctWords, async ({ params, body }) => {
  await correctWords(params.session_id, params.answer_id, body.text);
  return { message: "Words corrected" };
});
