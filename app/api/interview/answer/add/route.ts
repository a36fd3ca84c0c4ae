import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { addAnswer } from "@/lib/sitting/add-answer.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.addAnswer, async ({ body }) => ({
  answer_id: await addAnswer(body),
  message: "Answer added successfully",
}));
