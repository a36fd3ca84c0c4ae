import { anyone } from "@/lib/auth/guards.ts";
import { type AddAnswerAnswer, AddAnswerBody } from "@/lib/contract/interview.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { addAnswer } from "@/lib/interview/add-answer.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route(
  { auth: anyone, body: AddAnswerBody },
  async ({ body }): Promise<AddAnswerAnswer> => ({
    success: true,
    answer_id: await addAnswer(body),
    message: "Answer added successfully",
  }),
);
