import {
  AddAnswerBody,
  AddIssueBody,
  AddQuestionBody,
  ConsentBody,
  DeletionRequestBody,
  EndSessionBody,
  MediaQuery,
  SessionQuery,
  StartSessionBody,
} from "../interview.ts";
import {
  AddAnswerAnswer,
  AddQuestionAnswer,
  AnalysisAnswer,
  DoneAnswer,
  RecordingAnswer,
  SessionDataAnswer,
  StartSessionAnswer,
} from "../interview-answers.ts";
import { operation } from "../operation.ts";

/* The seven documented endpoints, and what belongs to them. */

const CLOSED = ["session_not_found", "session_ended", "invitation_expired", "invitation_revoked"] as const;

export const startSession = operation({
  id: "startSession",
  method: "POST",
  path: "/api/interview/session/start",
  tag: "Interview",
  summary: "Start a session",
  description:
    "Opens the session of an invitation. While it is active the same token gives the same session again, with what was asked and answered so far.",
  access: "candidate",
  limit: "start",
  body: StartSessionBody,
  answer: StartSessionAnswer,
  errors: [
    "interview_not_found",
    "interview_completed",
    "invitation_expired",
    "invitation_revoked",
    "deletion_requested",
    "consent_required",
  ],
  documented: true,
});

export const addQuestion = operation({
  id: "addQuestion",
  method: "POST",
  path: "/api/interview/question/add",
  tag: "Interview",
  summary: "Add a question",
  description: "Records what was asked. The same `client_key` again adds nothing.",
  access: "candidate",
  limit: "interview",
  body: AddQuestionBody,
  answer: AddQuestionAnswer,
  errors: [...CLOSED, "deletion_requested"],
  documented: true,
});

export const addAnswer = operation({
  id: "addAnswer",
  method: "POST",
  path: "/api/interview/answer/add",
  tag: "Interview",
  summary: "Add an answer",
  description: "Records what was answered. A second answer to the same question is a retake: both are kept.",
  access: "candidate",
  limit: "interview",
  body: AddAnswerBody,
  answer: AddAnswerAnswer,
  errors: [...CLOSED, "question_not_found", "deletion_requested"],
  documented: true,
});

export const endSession = operation({
  id: "endSession",
  method: "POST",
  path: "/api/interview/session/end",
  tag: "Interview",
  summary: "End a session",
  description: "Starts the processing of the recording and the analysis of the answers. Asked twice, answered twice.",
  access: "candidate",
  limit: "interview",
  body: EndSessionBody,
  answer: DoneAnswer,
  errors: ["session_not_found", "invitation_expired", "invitation_revoked"],
  documented: true,
});

export const getAnalysis = operation({
  id: "getAnalysis",
  method: "GET",
  path: "/api/interview/analysis/{candidate_id}",
  tag: "Results",
  summary: "Get the analysis",
  description: "Scores and feedback of the candidate's latest session. Before completion the scores are null.",
  access: "results.read",
  limit: "read",
  query: SessionQuery,
  answer: AnalysisAnswer,
  errors: ["candidate_not_found", "session_not_found", "deletion_requested"],
  documented: true,
});

export const getRecording = operation({
  id: "getRecording",
  method: "GET",
  path: "/api/interview/recording/{candidate_id}",
  tag: "Results",
  summary: "Get the recording's description",
  access: "results.read",
  limit: "read",
  query: SessionQuery,
  answer: RecordingAnswer,
  errors: ["candidate_not_found", "session_not_found", "deletion_requested"],
  documented: true,
});

export const getRecordingMedia = operation({
  id: "getRecordingMedia",
  method: "GET",
  path: "/api/interview/recording/{candidate_id}/media",
  tag: "Results",
  summary: "Play or download the recording",
  description:
    "The file itself, with ranges (206), a strong ETag (304), If-Range and HEAD. With an S3 store the answer is 302 to a short-lived link.",
  access: "recordings.play",
  limit: "media",
  query: MediaQuery,
  answers: {
    contentType: "video/webm",
    otherTypes: ["video/mp4", "audio/webm", "video/x-matroska"],
    description: "The recording.",
  },
  otherStatuses: [206, 302, 304],
  errors: [
    "candidate_not_found",
    "session_not_found",
    "recording_not_found",
    "range_not_satisfiable",
    "deletion_requested",
  ],
  documented: true,
});

export const getSession = operation({
  id: "getSession",
  method: "GET",
  path: "/api/interview/session/{session_id}",
  tag: "Results",
  summary: "Get everything of a session",
  access: "results.read",
  limit: "read",
  answer: SessionDataAnswer,
  errors: ["session_not_found", "deletion_requested"],
  documented: true,
});

export const recordConsent = operation({
  id: "recordConsent",
  method: "POST",
  path: "/api/interview/consent",
  tag: "Interview",
  summary: "Record the candidate's consent",
  access: "candidate",
  limit: "start",
  body: ConsentBody,
  answer: DoneAnswer,
  errors: ["interview_not_found", "invitation_expired", "invitation_revoked", "consent_unknown"],
  documented: true,
});

export const requestDeletion = operation({
  id: "requestDeletion",
  method: "POST",
  path: "/api/interview/deletion-request",
  tag: "Interview",
  summary: "Ask for the candidate's data to be deleted",
  description:
    "The people who sent the invitation are told, and webhooks too. Asked twice, told once. Possible after the interview as well. From then on all the candidate's interviews are restricted: what would show, score, share or decide them answers 409 `deletion_requested`, until a person answers or the candidate takes it back. It is the candidate's own: refused to members and API keys of the organisation that invited them.",
  access: "candidate",
  limit: "start",
  body: DeletionRequestBody,
  answer: DoneAnswer,
  errors: ["interview_not_found", "forbidden"],
  documented: true,
});

export const withdrawDeletionRequest = operation({
  id: "withdrawDeletionRequest",
  method: "POST",
  path: "/api/interview/deletion-request/withdraw",
  tag: "Interview",
  summary: "Take a request for deletion back",
  description:
    "By the candidate, while it is not answered. What it stopped goes on where it was. Taken back twice, or without one, nothing changes.",
  access: "candidate",
  limit: "start",
  body: DeletionRequestBody,
  answer: DoneAnswer,
  errors: ["interview_not_found", "forbidden"],
  documented: true,
});

export const addIssue = operation({
  id: "addIssue",
  method: "POST",
  path: "/api/interview/issue/add",
  tag: "Interview",
  summary: "Report a technical issue",
  access: "candidate",
  limit: "interview",
  body: AddIssueBody,
  answer: DoneAnswer,
  errors: CLOSED,
  documented: true,
});
