import type { AnalysisAnswer, RecordingAnswer, SessionDataAnswer } from "../../contract/interview-answers.ts";
import { SCORE_FIELD_NAMES } from "../../domain/criteria.ts";
import { check } from "./steps.ts";

/** What was sent, to hold the results against. */
export type Taken = {
  candidateId: number;
  token: string;
  /** What the session is called wherever it is read. */
  publicId: string;
  exchanges: { questionId: string; question: string; answerId: string; answer: string }[];
};

/** Scores are rounded to one decimal, so a mean of them may lie half of that outside their range. */
const ROUNDING = 0.05;

/** Good answers of every kind have been given: every score, the overall score, feedback and a recommendation. */
export function checkAnalysis({ candidate_id, analysis }: AnalysisAnswer, taken: Taken): void {
  check(candidate_id === taken.candidateId, `candidate_id is ${candidate_id}`);
  const scores = SCORE_FIELD_NAMES.map((name) => {
    const score = analysis[name];
    check(score !== null, `${name} is null`);
    return score;
  });
  const { overall_score: overall, overall_feedback: feedback, final_status, question_analysis } = analysis;
  check(overall !== null, "overall_score is null");
  const inRange = overall >= Math.min(...scores) - ROUNDING && overall <= Math.max(...scores) + ROUNDING;
  check(inRange, `overall_score ${overall} is no mean of ${scores.join(", ")}`);
  check((feedback ?? "").trim() !== "", "overall_feedback is empty");
  check(final_status !== null, "final_status is null");
  const analysed = question_analysis.map((question) => question.question_id);
  const asked = taken.exchanges.map(({ questionId }) => questionId);
  check(isSame(analysed, asked), "question_analysis does not hold every question, in order");
}

/** Nothing was recorded, and the answer says so instead of inventing a file. */
export function checkRecording({ candidate_id, recording_info }: RecordingAnswer, taken: Taken): void {
  check(candidate_id === taken.candidateId, `candidate_id is ${candidate_id}`);
  check(recording_info.session_id === taken.publicId, "session_id is another session's");
  check(recording_info.recording_status === "not_started", `recording_status is ${recording_info.recording_status}`);
  check(recording_info.recording_file === null, "recording_file names a file, though nothing was recorded");
  check(recording_info.recording_quality === "HD", `recording_quality is ${recording_info.recording_quality}`);
}

export function checkSession(session: SessionDataAnswer["session_data"], taken: Taken): void {
  check(session.session_id === taken.publicId, "session_id is another session's");
  check(session.candidate_id === taken.candidateId, `candidate_id is ${session.candidate_id}`);
  check(session.interview_token === taken.token, "interview_token is another interview's");
  check(session.status === "completed", `status is ${session.status}`);
  const { start_time, end_time, duration_seconds } = session;
  check(end_time !== null && Date.parse(end_time) >= Date.parse(start_time), "end_time is not after start_time");
  check(duration_seconds !== null && duration_seconds >= 0, `duration_seconds is ${duration_seconds}`);
  const { exchanges } = taken;
  const questions = session.questions.map(({ question_id, text }) => [question_id, text]);
  const answers = session.answers.map(({ answer_id, question_id, text }) => [answer_id, question_id, text]);
  check(
    isSame(
      questions,
      exchanges.map((one) => [one.questionId, one.question]),
    ),
    "the questions are not those asked",
  );
  check(
    isSame(
      answers,
      exchanges.map((one) => [one.answerId, one.questionId, one.answer]),
    ),
    "the answers are not those given",
  );
  check(session.technical_issues.length > 0, "technical_issues does not say that no recording arrived");
  check(session.session_logs.length > 0, "session_logs is empty");
}

function isSame(actual: unknown[], expected: unknown[]): boolean {
  return JSON.stringify(actual) === JSON.stringify(expected);
}
