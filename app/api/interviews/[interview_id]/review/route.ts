import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { readerLocale } from "@/lib/http/reader-locale.ts";
import { route } from "@/lib/http/route.ts";
import { presentReview } from "@/lib/present/pages/review.ts";
import { getReview } from "@/lib/review/get-review.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getReview, async ({ actor, params, request }) => ({
  review: presentReview(await getReview(params.interview_id, actor), readerLocale(request)),
}));
