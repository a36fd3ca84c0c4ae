import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { readerLocale } from "@/lib/http/reader-locale.ts";
import { route } from "@/lib/http/route.ts";
import { presentQuestions } from "@/lib/present/pages/review-question.ts";
import { getReviewQuestions } from "@/lib/review/get-review.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getReviewQuestions, async ({ actor, params, query, request }) =>
  presentQuestions(await getReviewQuestions(params.interview_id, actor, query.after), readerLocale(request)),
);
