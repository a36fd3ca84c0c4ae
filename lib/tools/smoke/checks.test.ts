import { describe, expect, test } from "vitest";
import type { AnalysisAnswer, RecordingAnswer, SessionDataAnswer } from "../../contract/interview-answers.ts";
import { perScoreField } from "../../domain/criteria.ts";
import { checkAnalysis, checkRecording, checkSession, type Taken } from "./checks.ts";

const taken: Taken = {
  candidateId: 7,
  token: "token",
  publicId: "session",
  exchanges: [
    { questionId: "q1", question: "One?", answerId: "a1", answer: "Yes." },
    { questionId: "q2", question: "Two?", answerId: "a2", answer: "No." },
  ],
};

const question = (question_id: string) => ({ question_id }) as AnalysisAnswer["analysis"]["question_analysis"][number];

const analysis = {
  ...perScoreField(() => 75.6),
  technical_score: 85.5,
  communication_score: 78.2,
  problem_solving_score: 68.4,
  cultural_fit_score: 70.4,
  overall_score: 75.6,
  overall_feedback: "Good.",
  question_analysis: [question("q1"), question("q2")],
  final_status: "passed",
} as AnalysisAnswer["analysis"];

describe("the analysis", () => {
  const run = (change: Partial<AnalysisAnswer["analysis"]>, candidate_id = 7) =>
    checkAnalysis({ success: true, candidate_id, analysis: { ...analysis, ...change } }, taken);

  test("holds as documented", () => expect(() => run({})).not.toThrow());
  test("of somebody else does not hold", () => expect(() => run({}, 8)).toThrow("candidate_id is 8"));
  test.each([
    ["a missing score", { cultural_fit_score: null }, "cultural_fit_score is null"],
    ["an overall score that no weights give", { overall_score: 85.6 }, "no mean"],
    ["no feedback", { overall_feedback: " " }, "overall_feedback"],
    ["no recommendation", { final_status: null }, "final_status"],
    ["a question left out", { question_analysis: [question("q1")] }, "question_analysis"],
    ["questions in another order", { question_analysis: [question("q2"), question("q1")] }, "question_analysis"],
  ])("does not hold with %s", (_, change, message) => expect(() => run(change)).toThrow(message));
});

describe("the recording", () => {
  const info = {
    session_id: "session",
    recording_status: "not_started",
    recording_file: null,
    recording_quality: "HD",
  } as RecordingAnswer["recording_info"];
  const run = (change: Partial<RecordingAnswer["recording_info"]>) =>
    checkRecording({ success: true, candidate_id: 7, recording_info: { ...info, ...change } }, taken);

  test("that was never made is told so", () => expect(() => run({})).not.toThrow());
  test.each([
    ["a status that claims one", { recording_status: "completed" as const }, "recording_status is completed"],
    ["an invented file", { recording_file: "recordings/x.webm" }, "recording_file"],
    ["another session", { session_id: "other" }, "session_id"],
  ])("does not hold with %s", (_, change, message) => expect(() => run(change)).toThrow(message));
});

describe("the session", () => {
  const session = {
    session_id: "session",
    candidate_id: 7,
    interview_token: "token",
    status: "completed",
    start_time: "2026-01-15T10:00:00Z",
    end_time: "2026-01-15T10:30:00Z",
    duration_seconds: 1800,
    questions: taken.exchanges.map(({ questionId, question: text }) => ({ question_id: questionId, text })),
    answers: taken.exchanges.map(({ questionId, answerId, answer: text }) => ({
      answer_id: answerId,
      question_id: questionId,
      text,
    })),
    technical_issues: [{ code: "no_media_received" }],
    session_logs: [{ code: "session_started" }],
  } as SessionDataAnswer["session_data"];
  const run = (change: Partial<SessionDataAnswer["session_data"]>) => checkSession({ ...session, ...change }, taken);

  test("holds as documented", () => expect(() => run({})).not.toThrow());
  test.each([
    ["a status that says it goes on", { status: "active" as const }, "status is active"],
    ["an end before its start", { end_time: "2026-01-15T09:00:00Z" }, "end_time"],
    ["no duration", { duration_seconds: null }, "duration_seconds"],
    ["a lost answer", { answers: session.answers.slice(1) }, "answers"],
    ["questions in another order", { questions: session.questions.toReversed() }, "questions"],
    ["silence about the missing recording", { technical_issues: [] }, "technical_issues"],
    ["no logs", { session_logs: [] }, "session_logs"],
  ])("does not hold with %s", (_, change, message) => expect(() => run(change)).toThrow(message));
});
