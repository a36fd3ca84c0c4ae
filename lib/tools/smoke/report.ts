import type { AnalysisAnswer, RecordingAnswer, SessionDataAnswer } from "../../contract/interview-answers.ts";
import { SCORE_FIELD_NAMES } from "../../domain/criteria.ts";

/** What the server said about the interview that was taken. */
export type Results = {
  analysis: AnalysisAnswer["analysis"];
  recording: RecordingAnswer["recording_info"];
  session: SessionDataAnswer["session_data"];
};

/** The results for a person to read; `--json` has them word for word. */
export function report({ analysis, recording, session }: Results): string {
  return [
    `Analysis: ${analysis.analysis_status}, ${analysis.final_status} (${analysis.method_label})`,
    ...fields({
      ...scoresOf(analysis),
      overall_score: analysis.overall_score,
      overall_feedback: analysis.overall_feedback,
    }),
    ...analysis.question_analysis.flatMap(({ score, question, feedback }) => [
      `  ${score ?? "–"}  ${question}`,
      `      ${feedback}`,
    ]),
    `Recording: ${recording.recording_status}`,
    ...fields({
      recording_file: recording.recording_file,
      recording_duration: recording.recording_duration,
      recording_size: recording.recording_size,
      recording_format: recording.recording_format,
      recording_quality: recording.recording_quality,
    }),
    `Session: ${session.status}`,
    ...fields({
      session_id: session.session_id,
      candidate_id: session.candidate_id,
      start_time: session.start_time,
      end_time: session.end_time,
      duration_seconds: session.duration_seconds,
      questions: session.questions.length,
      answers: session.answers.length,
    }),
    ...session.technical_issues.map(({ message }) => `  issue: ${message}`),
    ...session.session_logs.map(({ timestamp, message }) => `  ${timestamp}  ${message}`),
  ].join("\n");
}

function scoresOf(analysis: Results["analysis"]): Record<string, number | null> {
  return Object.fromEntries(SCORE_FIELD_NAMES.map((name) => [name, analysis[name]]));
}

function fields(values: Record<string, string | number | null>): string[] {
  return Object.entries(values).map(([name, value]) => `  ${name}: ${value ?? "none"}`);
}
