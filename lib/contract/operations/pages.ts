import { KeepDataBody } from "../deletion-request.ts";
import { DoneAnswer } from "../interview-answers.ts";
import { ListVersionAnswer, ListVersionQuery } from "../interview-list.ts";
import { operation } from "../operation.ts";
import { AnalyseBody, AnalyseResponse, ChangesQuery, ChangesResponse } from "../rescore.ts";
import {
  DecisionBody,
  DecisionResponse,
  LatestDecisionResponse,
  ReviewQuestionsQuery,
  ReviewQuestionsResponse,
  ReviewResponse,
} from "../review.ts";

/* What our own pages ask for. Not part of the documented API: it moves with them. */

export const getReview = operation({
  id: "getReview",
  method: "GET",
  path: "/api/interviews/{interview_id}/review",
  tag: "Pages",
  summary: "Everything that a review shows",
  access: "reviews.read",
  limit: "read",
  answer: ReviewResponse,
  errors: ["interview_not_found", "deletion_requested"],
  documented: false,
});

export const getReviewQuestions = operation({
  id: "getReviewQuestions",
  method: "GET",
  path: "/api/interviews/{interview_id}/review/questions",
  tag: "Pages",
  summary: "The questions that a review shows beyond the first",
  access: "reviews.read",
  limit: "read",
  query: ReviewQuestionsQuery,
  answer: ReviewQuestionsResponse,
  errors: ["interview_not_found", "deletion_requested"],
  documented: false,
});

export const getLatestDecision = operation({
  id: "getLatestDecision",
  method: "GET",
  path: "/api/interviews/{interview_id}/decision",
  tag: "Pages",
  summary: "The latest decision about an interview",
  description: "Small, because every open review asks for it every few seconds.",
  access: "reviews.read",
  limit: "read",
  answer: LatestDecisionResponse,
  errors: ["interview_not_found", "deletion_requested"],
  documented: false,
});

export const getListVersion = operation({
  id: "getListVersion",
  method: "GET",
  path: "/api/interviews/version",
  tag: "Pages",
  summary: "Whether a page of the list of interviews has changed",
  description: "A mark of what the page shows now, which another page of the same mark shows too.",
  access: "interviews.read",
  limit: "read",
  query: ListVersionQuery,
  answer: ListVersionAnswer,
  documented: false,
});

export const makeDecision = operation({
  id: "makeDecision",
  method: "POST",
  path: "/api/interviews/{interview_id}/decision",
  tag: "Pages",
  summary: "Decide about an interview",
  access: "decisions.make",
  limit: "write",
  body: DecisionBody,
  answer: DecisionResponse,
  errors: [
    "interview_not_found",
    "interview_not_completed",
    "already_decided",
    "recording_incomplete",
    "deletion_requested",
  ],
  documented: false,
});

export const analyse = operation({
  id: "analyse",
  method: "POST",
  path: "/api/interviews/{interview_id}/analysis",
  tag: "Pages",
  summary: "Score a finished interview again",
  access: "analyses.run",
  limit: "heavy",
  status: 202,
  body: AnalyseBody,
  answer: AnalyseResponse,
  errors: ["interview_not_found", "interview_not_completed", "analysis_under_way", "deletion_requested"],
  documented: false,
});

export const compareAnalyses = operation({
  id: "compareAnalyses",
  method: "GET",
  path: "/api/interviews/{interview_id}/analysis/changes",
  tag: "Pages",
  summary: "What is different between two analyses of an interview",
  access: "interviews.read",
  limit: "read",
  query: ChangesQuery,
  answer: ChangesResponse,
  errors: ["interview_not_found", "analysis_not_found", "deletion_requested"],
  documented: false,
});

export const keepData = operation({
  id: "keepData",
  method: "POST",
  path: "/api/interviews/{interview_id}/deletion-request/keep",
  tag: "Pages",
  summary: "Answer a request for deletion: the data is kept",
  access: "deletion_requests.answer",
  limit: "write",
  body: KeepDataBody,
  answer: DoneAnswer,
  errors: ["interview_not_found", "no_deletion_request"],
  documented: false,
});
