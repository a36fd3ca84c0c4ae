import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { addQuestion } from "@/lib/sitting/add-question.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.addQuestion, async ({ body, program }) => ({
  question_id: await addQuestion(body, program),
  message: "Question added successfully",
}));
