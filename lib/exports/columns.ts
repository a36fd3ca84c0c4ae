import type { DocumentedColumns, ExportRow } from "../db/exports.ts";
import type { Coverage } from "../domain/coverage.ts";
import { type Criterion, isDocumented, SCORE_FIELD_NAMES, SCORE_FIELDS } from "../domain/criteria.ts";
import { interviewState } from "../domain/interview-state.ts";
import { ENGLISH } from "../words/locale.ts";
import { basisWords } from "../words/look-words.ts";
import { methodWords } from "../words/method-words.ts";

/** What a cell holds. Text is what somebody wrote, however it looks; a number is ours. */
export type Cell = string | number | null;
export type Column = {
  name: string;
  /** The cell's text is JSON. */
  json?: true;
  read: (row: ExportRow, now: Date) => Cell;
};

const at = (moment: Date | null) => moment?.toISOString() ?? null;

/** Who, which interview, and what came of it. */
const OWN: Column[] = [
  { name: "interview_id", read: (row) => row.id },
  { name: "interview_external_id", read: (row) => row.externalId },
  { name: "state", read: (row, now) => interviewState(row, now) },
  { name: "candidate_id", read: (row) => row.candidateId },
  { name: "candidate_external_id", read: (row) => row.candidateExternalId },
  { name: "candidate_name", read: (row) => row.candidateName },
  { name: "candidate_email", read: (row) => row.candidateEmail },
  { name: "template_id", read: (row) => row.templateId },
  { name: "template_name", read: (row) => row.templateName },
  { name: "role_title", read: (row) => row.roleTitle },
  { name: "invited_at", read: (row) => at(row.createdAt) },
  { name: "expires_at", read: (row) => at(row.expiresAt) },
  { name: "started_at", read: (row) => at(row.startedAt) },
  { name: "ended_at", read: (row) => at(row.endedAt) },
  { name: "overall_score", read: (row) => row.overallScore },
  { name: "score_rests_on", read: ({ coverage }) => (coverage ? basisWords(coverage as Coverage, ENGLISH) : null) },
  { name: "look_reasons", read: ({ lookReasons }) => lookReasons?.join(" ") ?? null },
  { name: "analysis_version", read: (row) => row.analysisVersion },
  { name: "analysis_method", read: (row) => row.method && methodWords(row.method, ENGLISH) },
  { name: "analysis_model", read: (row) => row.model },
  { name: "decision", read: (row) => row.decision },
  { name: "decision_reason", read: (row) => row.decisionReason },
  { name: "decided_by", read: (row) => row.decidedBy },
  { name: "decided_at", read: (row) => at(row.decidedAt) },
];

function scoreColumns(wanted: (criterion: Criterion) => boolean): Column[] {
  return SCORE_FIELD_NAMES.filter((name) => wanted(SCORE_FIELDS[name])).map((name) => ({
    name: `interview_ai_${name}`,
    read: ({ scores }) => scores?.[SCORE_FIELDS[name]] ?? null,
  }));
}

/** What came later stands at the end, so that the columns before it stay where they are. */
const LATER: Column[] = [
  { name: "decided_by_api_key", read: (row) => row.decidedByKey },
  { name: "decided_on_recording_version", read: (row) => row.decidedOnRecording },
  { name: "decided_on_analysis_version", read: (row) => row.decidedOnAnalysis },
  ...scoreColumns((criterion) => !isDocumented(criterion)),
  { name: "overall_standard_error", read: (row) => row.overallStandardError },
];

/** Those of the document, in its order. The value says whether the text is JSON. */
const BEFORE_SCORES = {
  interview_session_id: false,
  interview_recording_file: false,
  interview_recording_duration: false,
  interview_recording_size: false,
  interview_recording_format: false,
  interview_recording_quality: false,
  interview_questions_asked: true,
  interview_answers_given: true,
  interview_question_timestamps: true,
  interview_answer_timestamps: true,
  interview_total_questions: false,
  interview_answered_questions: false,
  interview_ai_questions_analysis: true,
  interview_ai_overall_feedback: false,
} as const;
const AFTER_SCORES: Record<Exclude<keyof DocumentedColumns, keyof typeof BEFORE_SCORES>, boolean> = {
  interview_browser_info: false,
  interview_network_quality: false,
  interview_technical_issues: true,
  interview_session_logs: true,
  interview_avatar_used: false,
  interview_avatar_settings: true,
  interview_recording_status: false,
  interview_processing_status: false,
  interview_ai_analysis_status: false,
  interview_final_status: false,
};

/** Every column of an export of interviews. `interview_final_status` is the recommendation, `decision` a person's word. */
export const COLUMNS: readonly Column[] = [
  ...OWN,
  ...documented(BEFORE_SCORES),
  ...scoreColumns(isDocumented),
  ...documented(AFTER_SCORES),
  ...LATER,
];

function documented(columns: Partial<Record<keyof DocumentedColumns, boolean>>): Column[] {
  const names = Object.keys(columns) as (keyof DocumentedColumns)[];
  return names.map((name) => ({
    name,
    ...(columns[name] ? { json: true as const } : {}),
    read: (row) => plain(row[name]),
  }));
}

/** Sizes in bytes are far below 2⁵³. */
function plain(value: DocumentedColumns[keyof DocumentedColumns]): Cell {
  return typeof value === "bigint" ? Number(value) : value;
}
