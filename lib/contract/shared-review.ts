import type { Review } from "./review.ts";

/**
 * What a share link shows of an interview: what it takes to follow the scores, and nothing about how to reach the
 * candidate, who decided what, or what the scoring cost. Server and page are one deployment, so a type is enough.
 */
export type SharedReview = Pick<
  Review,
  | "interview_id"
  | "sandbox"
  | "state"
  | "template"
  | "session"
  | "recording"
  | "questions"
  | "more_questions_after"
  | "analysis"
> & {
  candidate: { name: string };
  /** Until when the link shows it. */
  shared_until: string;
};
