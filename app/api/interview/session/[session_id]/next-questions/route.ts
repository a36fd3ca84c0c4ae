import * as operations from "@/lib/contract/operations/next-questions.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentNextQuestions } from "@/lib/present/documented/next-questions.ts";
import { nextSteps } from "@/lib/sitting/next-steps.ts";

export const { HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getNextQuestions, async ({ params }) =>
  presentNextQuestions(await nextSteps(params.session_id)),
);
