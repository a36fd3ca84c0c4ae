import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { KeepDataBody } from "../contract/deletion-request.ts";
import { DoneAnswer } from "../contract/interview-answers.ts";
import { LatePartsAnswer } from "../contract/late-parts.ts";
import { type AnalyseBody, AnalyseResponse, ChangesResponse } from "../contract/rescore.ts";
import {
  type DecisionBody,
  DecisionResponse,
  LatestDecisionResponse,
  type Review,
  ReviewQuestionsResponse,
  ReviewResponse,
} from "../contract/review.ts";
import { ErasureAnswer } from "../contract/v1/candidates.ts";
import { fetchJson } from "./fetch-json.ts";

const FIRST_WAIT_MS = 1_500;
const LONGEST_WAIT_MS = 15_000;
/** Something that a person does, not a machine, takes this long to change. */
const PERSON_WAIT_MS = 15_000;

/** How often a review had been read when nothing was being made: what begins after it is waited for with fresh eagerness. */
const updatesAtRest = new WeakMap<object, number>();

/** A review that reads itself again while its recording or its analysis is being made, ever more patiently, then stops. */
export const reviewQuery = (interviewId: string) =>
  queryOptions({
    queryKey: ["reviews", interviewId],
    queryFn: async ({ signal }): Promise<Review> => {
      const url = `/api/interviews/${interviewId}/review`;
      const { review } = await fetchJson(ReviewResponse, url, { signal });
      const questions = [...review.questions];
      for (let after = review.more_questions_after; after !== null; ) {
        const more = await fetchJson(ReviewQuestionsResponse, `${url}/questions?after=${after}`, { signal });
        questions.push(...more.questions);
        after = more.more_questions_after;
      }
      return { ...review, questions, more_questions_after: null };
    },
    refetchInterval: (query) => {
      const { data, dataUpdateCount } = query.state;
      if (!data) return false;
      if (!isUnderWay(data)) updatesAtRest.set(query, dataUpdateCount);
      if (data.state === "in_progress" || data.state === "interrupted") return PERSON_WAIT_MS;
      const waited = dataUpdateCount - (updatesAtRest.get(query) ?? 0);
      return isUnderWay(data) ? Math.min(FIRST_WAIT_MS * 1.15 ** waited, LONGEST_WAIT_MS) : false;
    },
  });

/** Somebody else may decide at any moment: whoever has the review open hears of it within five seconds. */
const DECISION_WAIT_MS = 2_500;
/** After a refusal or without a network. */
const DECISION_RETRY_MS = 15_000;

/** The decision that counts, asked for again and again while the page is visible. */
export const latestDecisionQuery = (interviewId: string) =>
  queryOptions({
    queryKey: ["reviews", interviewId, "decision"],
    queryFn: ({ signal }) => fetchJson(LatestDecisionResponse, `/api/interviews/${interviewId}/decision`, { signal }),
    refetchInterval: ({ state }) => (state.status === "error" ? DECISION_RETRY_MS : DECISION_WAIT_MS),
    staleTime: 0,
    retry: false,
  });

export const decideMutation = (interviewId: string) =>
  mutationOptions({
    mutationKey: ["reviews", interviewId, "decide"],
    mutationFn: (json: DecisionBody) =>
      fetchJson(DecisionResponse, `/api/interviews/${interviewId}/decision`, { json }),
  });

/** Accepting twice is accepting once more. */
export const acceptLatePartsMutation = (interviewId: string) =>
  mutationOptions({
    mutationKey: ["reviews", interviewId, "accept-late-parts"],
    mutationFn: () => fetchJson(LatePartsAnswer, `/api/v1/interviews/${interviewId}/late-parts`, { method: "POST" }),
  });

/** Answers the candidate's request for deletion. */
export const keepDataMutation = (interviewId: string) =>
  mutationOptions({
    mutationKey: ["reviews", interviewId, "keep"],
    mutationFn: (json: z.infer<typeof KeepDataBody>) =>
      fetchJson(DoneAnswer, `/api/interviews/${interviewId}/deletion-request/keep`, { json }),
  });

/** Everything about a candidate goes. Asked twice, erased once. */
export const eraseMutation = (candidateId: number) =>
  mutationOptions({
    mutationKey: ["candidates", candidateId, "erase"],
    mutationFn: () => fetchJson(ErasureAnswer, `/api/v1/candidates/${candidateId}`, { method: "DELETE" }),
  });

/** Scores the interview again; the answer comes at once, the scores follow in the review. */
export const analyseMutation = (interviewId: string) =>
  mutationOptions({
    mutationKey: ["reviews", interviewId, "analyse"],
    mutationFn: (json: AnalyseBody) => fetchJson(AnalyseResponse, `/api/interviews/${interviewId}/analysis`, { json }),
  });

/** What changed between two analyses. Finished ones never change, so neither does this. */
export const changesQuery = (interviewId: string, from: number, to: number) =>
  queryOptions({
    queryKey: ["reviews", interviewId, "changes", from, to],
    queryFn: async ({ signal }) => {
      const url = `/api/interviews/${interviewId}/analysis/changes?from=${from}&to=${to}`;
      const { changes } = await fetchJson(ChangesResponse, url, { signal });
      return changes;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Whether a finished interview's recording, words or analysis are still being made. */
export function isUnderWay(review: Pick<Review, "state" | "recording" | "analysis" | "questions">): boolean {
  if (review.state !== "completed") return false;
  return isRecordingUnderWay(review.recording) || isAnalysisUnderWay(review.analysis) || isWritingUnderWay(review);
}

function isWritingUnderWay({ questions }: Pick<Review, "questions">): boolean {
  return questions.some(({ answer }) => answer?.writing?.state === "queued" || answer?.writing?.state === "running");
}

export function isAnalysisUnderWay(analysis: Pick<NonNullable<Review["analysis"]>, "status"> | null): boolean {
  return analysis !== null && (analysis.status === "pending" || analysis.status === "processing");
}

/** Without a single part there is nothing to make. */
export function isRecordingUnderWay(
  recording: Pick<NonNullable<Review["recording"]>, "status" | "processing_status"> | null,
): boolean {
  if (!recording || recording.status === "not_started") return false;
  return recording.processing_status === "pending" || recording.processing_status === "processing";
}
