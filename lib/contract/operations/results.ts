import { operation } from "../operation.ts";
import { AnalyseBody, AnalyseResponse, ChangesQuery, ChangesResponse } from "../rescore.ts";
import { AnalysesQuery, AnalysisList, AnalysisResponse, VersionQuery, VersionsAnswer } from "../v1/analyses.ts";
import { CreateDecisionBody, DecisionAnswer, DecisionList, DecisionsQuery } from "../v1/decisions.ts";
import { LinkAnswer, LinkQuery, RecordingList, RecordingResponse, RecordingsQuery } from "../v1/recordings.ts";
import { QuestionList, QuestionsQuery, SessionAnswer, SessionList, SessionsQuery } from "../v1/sessions.ts";

/* What came of interviews: sessions, recordings, analyses and decisions. */

export const listSessions = operation({
  id: "listSessions",
  method: "GET",
  path: "/api/v1/sessions",
  tag: "Results",
  summary: "List sessions",
  description: "Newest first by when they began.",
  access: "results.read",
  limit: "read",
  query: SessionsQuery,
  answer: SessionList,
  documented: true,
});

export const readSession = operation({
  id: "readSession",
  method: "GET",
  path: "/api/v1/sessions/{session_id}",
  tag: "Results",
  summary: "Read a session",
  description:
    "The documented `session_data`, what was heard in each answer and when, and what the session belongs to.",
  access: "results.read",
  limit: "read",
  answer: SessionAnswer,
  errors: ["session_not_found", "deletion_requested"],
  documented: true,
});

export const listSessionQuestions = operation({
  id: "listSessionQuestions",
  method: "GET",
  path: "/api/v1/sessions/{session_id}/questions",
  tag: "Results",
  summary: "List a session's questions",
  description:
    "In the order they were asked, page by page, each as in the session and with the answer that counts. For sessions that are too long to be read whole.",
  access: "results.read",
  limit: "read",
  query: QuestionsQuery,
  answer: QuestionList,
  errors: ["session_not_found", "deletion_requested"],
  documented: true,
});

export const readSessionAnalysis = operation({
  id: "readSessionAnalysis",
  method: "GET",
  path: "/api/v1/sessions/{session_id}/analysis",
  tag: "Results",
  summary: "Read a session's analysis",
  description: "The latest version, or the one asked for. Before completion its scores are null.",
  access: "results.read",
  limit: "read",
  query: VersionQuery,
  answer: AnalysisResponse,
  errors: ["session_not_found", "analysis_not_found", "deletion_requested"],
  documented: true,
});

export const listAnalysisVersions = operation({
  id: "listAnalysisVersions",
  method: "GET",
  path: "/api/v1/sessions/{session_id}/analyses",
  tag: "Results",
  summary: "List the versions of a session's analysis",
  description: "Latest first, in a line each.",
  access: "results.read",
  limit: "read",
  answer: VersionsAnswer,
  errors: ["session_not_found", "deletion_requested"],
  documented: true,
});

export const runAnalysis = operation({
  id: "runAnalysis",
  method: "POST",
  path: "/api/v1/sessions/{session_id}/analyses",
  tag: "Results",
  summary: "Score a finished session again",
  description: "Makes a new version beside those that are there. `offline` scores by the rubric, which asks nobody.",
  access: "analyses.run",
  limit: "heavy",
  status: 202,
  body: AnalyseBody,
  answer: AnalyseResponse,
  errors: ["session_not_found", "interview_not_completed", "analysis_under_way", "deletion_requested"],
  documented: true,
});

export const readAnalysisChanges = operation({
  id: "readAnalysisChanges",
  method: "GET",
  path: "/api/v1/sessions/{session_id}/analyses/changes",
  tag: "Results",
  summary: "Compare two versions of a session's analysis",
  access: "results.read",
  limit: "read",
  query: ChangesQuery,
  answer: ChangesResponse,
  errors: ["session_not_found", "analysis_not_found", "deletion_requested"],
  documented: true,
});

export const listRecordings = operation({
  id: "listRecordings",
  method: "GET",
  path: "/api/v1/recordings",
  tag: "Results",
  summary: "List recordings",
  description: "Newest first by when their sessions began.",
  access: "results.read",
  limit: "read",
  query: RecordingsQuery,
  answer: RecordingList,
  documented: true,
});

export const readRecording = operation({
  id: "readRecording",
  method: "GET",
  path: "/api/v1/recordings/{session_id}",
  tag: "Results",
  summary: "Read a recording's description",
  description: "The documented `recording_info`, and what it belongs to.",
  access: "results.read",
  limit: "read",
  answer: RecordingResponse,
  errors: ["session_not_found", "deletion_requested"],
  documented: true,
});

export const linkRecording = operation({
  id: "linkRecording",
  method: "GET",
  path: "/api/v1/recordings/{session_id}/link",
  tag: "Results",
  summary: "Get a link to a recording's file",
  description:
    "A signed, short-lived address that opens the file without any other credential, for a player or a download. Every link is written down as a view of the recording.",
  access: "recordings.play",
  limit: "media",
  query: LinkQuery,
  answer: LinkAnswer,
  errors: ["session_not_found", "recording_not_found", "deletion_requested"],
  documented: true,
});

export const openMediaLink = operation({
  id: "openMediaLink",
  method: "GET",
  path: "/api/media/{link}",
  tag: "Results",
  summary: "Open a link to a recording's file",
  description: "With ranges (206), a strong ETag (304), If-Range and HEAD. Made by the operation that gives links.",
  access: "link",
  limit: "media",
  answers: {
    contentType: "video/webm",
    otherTypes: ["video/mp4", "audio/webm", "video/x-matroska"],
    description: "The file.",
  },
  otherStatuses: [206, 302, 304],
  errors: ["media_link_invalid", "range_not_satisfiable", "deletion_requested"],
  documented: true,
});

export const listAnalyses = operation({
  id: "listAnalyses",
  method: "GET",
  path: "/api/v1/analyses",
  tag: "Results",
  summary: "List analyses",
  description: "Every version of every session, newest first; with `latest=1` one of each session.",
  access: "results.read",
  limit: "read",
  query: AnalysesQuery,
  answer: AnalysisList,
  documented: true,
});

export const readAnalysis = operation({
  id: "readAnalysis",
  method: "GET",
  path: "/api/v1/analyses/{analysis_id}",
  tag: "Results",
  summary: "Read an analysis",
  description: "Scores, feedback and evidence, for the whole and for each question.",
  access: "results.read",
  limit: "read",
  answer: AnalysisResponse,
  errors: ["analysis_not_found", "deletion_requested"],
  documented: true,
});

export const listDecisions = operation({
  id: "listDecisions",
  method: "GET",
  path: "/api/v1/decisions",
  tag: "Results",
  summary: "List decisions",
  description: "Newest first. The latest of an interview counts.",
  access: "results.read",
  limit: "read",
  query: DecisionsQuery,
  answer: DecisionList,
  documented: true,
});

export const readDecision = operation({
  id: "readDecision",
  method: "GET",
  path: "/api/v1/decisions/{decision_id}",
  tag: "Results",
  summary: "Read a decision",
  access: "results.read",
  limit: "read",
  answer: DecisionAnswer,
  errors: ["decision_not_found", "deletion_requested"],
  documented: true,
});

export const createDecision = operation({
  id: "createDecision",
  method: "POST",
  path: "/api/v1/decisions",
  tag: "Results",
  summary: "Decide about a finished interview",
  description:
    "Stands beside the recommendation and earlier decisions; none of them is changed. With `seen_decision_id`, a decision that somebody else has made since is told (409 `already_decided`) instead of overruled.",
  access: "decisions.make",
  limit: "write",
  status: 201,
  body: CreateDecisionBody,
  answer: DecisionAnswer,
  errors: [
    "interview_not_found",
    "interview_not_completed",
    "already_decided",
    "recording_incomplete",
    "deletion_requested",
  ],
  documented: true,
});
