import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { getReviewQuestions } from "@/lib/review/get-review.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getReviewQuestions, ({ actor, params, query }) =>
  getReviewQuestions(params.interview_id, actor, query.after),
);
