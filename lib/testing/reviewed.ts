import type { Restriction } from "../contract/deletion-request.ts";
import type { LateParts } from "../contract/late-parts.ts";
import type { Review, ReviewDecision, ReviewQuestions } from "../contract/review.ts";
import type { SharedReview } from "../contract/shared-review.ts";
import type { Actor } from "../domain/actor.ts";
import { presentLateParts } from "../present/late-parts.ts";
import { presentDecision, presentLatestDecision } from "../present/pages/decision.ts";
import { presentRestriction } from "../present/pages/restriction.ts";
import { presentReview } from "../present/pages/review.ts";
import { presentQuestions } from "../present/pages/review-question.ts";
import { presentShared } from "../present/pages/shared-review.ts";
import { acceptLateParts as acceptLate } from "../recording/accept-late-parts.ts";
import { getRestriction as readRestriction } from "../restriction/get-restriction.ts";
import { decide as makeDecision } from "../review/decide.ts";
import { getReviewQuestions as readQuestions, getReview as readReview } from "../review/get-review.ts";
import { getLatestDecision as readLatest } from "../review/read.ts";
import { getSharedInterview as readShared } from "../shares/shared-interview.ts";
import { ENGLISH } from "../words/locale.ts";

/* What the pages are told, without a server between. */

export async function getReview(interviewId: string, actor: Actor): Promise<Review> {
  return presentReview(await readReview(interviewId, actor), ENGLISH);
}

export async function getReviewQuestions(interviewId: string, actor: Actor, after: number): Promise<ReviewQuestions> {
  return presentQuestions(await readQuestions(interviewId, actor, after), ENGLISH);
}

export async function decide(...args: Parameters<typeof makeDecision>): Promise<ReviewDecision> {
  return presentDecision(await makeDecision(...args), ENGLISH);
}

export async function getSharedInterview(token: string): Promise<SharedReview | null> {
  const shared = await readShared(token);
  return shared && presentShared(shared, token, ENGLISH);
}

export async function acceptLateParts(actor: Actor, interviewId: string): Promise<LateParts> {
  return presentLateParts(await acceptLate(actor, interviewId));
}

export async function getRestriction(actor: Actor, interviewId: string): Promise<Restriction | null> {
  const restricted = await readRestriction(actor, interviewId);
  return restricted && presentRestriction(restricted);
}

export async function getLatestDecision(interviewId: string, actor: Actor) {
  return presentLatestDecision(await readLatest(interviewId, actor), ENGLISH);
}
