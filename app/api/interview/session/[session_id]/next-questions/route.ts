import * as operations from "@/lib/contract/operations/next-questions.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { presentNextQuestions } from "@/lib/http/present-next-questions.ts";
import { route } from "@/lib/http/route.ts";
import { nextQuestions } from "@/lib/sitting/next-questions.ts";

export const { HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getNextQuestions, async ({ params }) =>
  presentNextQuestions(await nextQuestions(params.session_id)),
);
