import { z } from "zod";
import { type CorrectWordsBody, HeardWordsAnswer } from "../contract/heard-words.ts";
import type {
  AddAnswerBody,
  AddIssueBody,
  AddQuestionBody,
  ConsentBody,
  EndSessionBody,
  StartSessionBody,
} from "../contract/interview.ts";
import {
  AddAnswerAnswer,
  AddQuestionAnswer,
  DoneAnswer,
  NextQuestion,
  NextQuestionsAnswer,
  StartSessionAnswer,
} from "../contract/interview-answers.ts";
import {
  ClaimAnswer,
  type ClaimBody,
  type CloseSegmentBody,
  OpenSegmentAnswer,
  type OpenSegmentBody,
  PART_OFFSET_HEADER,
  PART_SHA256_HEADER,
  PartAnswer,
  UploadAnswer,
} from "../contract/upload.ts";
import { fetchJson } from "./fetch-json.ts";

/*
 * The candidate's side of `/api/interview`: the same addresses and bodies that every other client uses.
 */

export const giveConsent = (json: ConsentBody) => fetchJson(DoneAnswer, "/api/interview/consent", { json });

export const requestDeletion = (interview_token: string) =>
  fetchJson(DoneAnswer, "/api/interview/deletion-request", { json: { interview_token } });

export const withdrawDeletionRequest = (interview_token: string) =>
  fetchJson(DoneAnswer, "/api/interview/deletion-request/withdraw", { json: { interview_token } });

export const startSession = (json: z.input<typeof StartSessionBody>) =>
  fetchJson(StartSessionAnswer, "/api/interview/session/start", { json });

export const addQuestion = (json: AddQuestionBody) =>
  fetchJson(AddQuestionAnswer, "/api/interview/question/add", { json });

export const addAnswer = (json: AddAnswerBody) => fetchJson(AddAnswerAnswer, "/api/interview/answer/add", { json });

export const addIssue = (json: AddIssueBody) => fetchJson(DoneAnswer, "/api/interview/issue/add", { json });

export const endSession = (json: EndSessionBody) => fetchJson(DoneAnswer, "/api/interview/session/end", { json });

/** A part on its way: raw bytes and where they belong. */
export type PartToSend = {
  segment: number;
  seq: number;
  /** Of the first byte within the segment. */
  offset: number;
  sha256: string;
  bytes: Blob;
};

/** A part may take this long on a slow line: 900 KiB at 60 kbit/s. */
const PART_TIMEOUT_MS = 120_000;

/** A claim is renewed every five seconds: an answer that takes longer is of no use. */
const CLAIM_TIMEOUT_MS = 8_000;

const sessionUrl = (sessionId: string) => `/api/interview/session/${sessionId}`;

/** As a server of an earlier or a later version may answer. */
const HeardNextQuestions = NextQuestionsAnswer.extend({
  questions: z.array(NextQuestion.extend({ step: z.string().optional() })),
  plan: z.unknown().optional(),
});
export type HeardNextQuestions = z.infer<typeof HeardNextQuestions>;

/** The question that comes now, and the one after it once that has been asked. */
export const getNextQuestions = (sessionId: string) =>
  fetchJson(HeardNextQuestions, `${sessionUrl(sessionId)}/next-questions`);

/** What was heard in the answers that were only spoken. */
export const getHeardWords = (sessionId: string, signal: AbortSignal) =>
  fetchJson(HeardWordsAnswer, `${sessionUrl(sessionId)}/words`, { signal });

export const correctWords = (sessionId: string, answerId: string, json: CorrectWordsBody) =>
  fetchJson(DoneAnswer, `${sessionUrl(sessionId)}/answers/${answerId}/words`, { method: "PUT", json });

export const claimSession = (sessionId: string, json: ClaimBody, signal?: AbortSignal) =>
  fetchJson(ClaimAnswer, `${sessionUrl(sessionId)}/claim`, { json, signal, timeoutMs: CLAIM_TIMEOUT_MS });

/** For a page that goes away and cannot wait for an answer. */
export function letGoOfSession(sessionId: string, client_key: string): void {
  const body = JSON.stringify({ client_key, let_go: true } satisfies ClaimBody);
  navigator.sendBeacon(`${sessionUrl(sessionId)}/claim`, new Blob([body], { type: "application/json" }));
}

/** The avatar's voice, where the server has one. @param part `introduction`, or the id of the template's question */
export const voiceUrl = (sessionId: string, part: string) => `${sessionUrl(sessionId)}/voice/${part}`;

/** The recording's upload of one session. `origin` is empty in a browser. */
export function uploadApi(sessionId: string, origin = "") {
  const session = `${origin}${sessionUrl(sessionId)}`;
  const segments = `${session}/segments`;
  return {
    getUpload: (signal: AbortSignal) => fetchJson(UploadAnswer, `${session}/upload`, { signal }),
    closeSegment: (segment: number, json: CloseSegmentBody, signal: AbortSignal) =>
      fetchJson(DoneAnswer, `${segments}/${segment}/close`, { json, signal }),
    openSegment: (json: OpenSegmentBody, signal: AbortSignal) =>
      fetchJson(OpenSegmentAnswer, segments, { json, signal }),
    putPart: ({ segment, seq, offset, sha256, bytes }: PartToSend, signal: AbortSignal) =>
      fetchJson(PartAnswer, `${segments}/${segment}/parts/${seq}`, {
        method: "PUT",
        raw: bytes,
        headers: { [PART_OFFSET_HEADER]: String(offset), [PART_SHA256_HEADER]: sha256 },
        signal,
        timeoutMs: PART_TIMEOUT_MS,
      }),
  };
}
export type UploadApi = ReturnType<typeof uploadApi>;
