import { anyone } from "@/lib/auth/guards.ts";
import { type AddQuestionAnswer, AddQuestionBody } from "@/lib/contract/interview.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { addQuestion } from "@/lib/interview/add-question.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route(
  { auth: anyone, body: AddQuestionBody },
  async ({ body }): Promise<AddQuestionAnswer> => ({
    success: true,
    question_id: await addQuestion(body),
    message: "Question added successfully",
  }),
);
