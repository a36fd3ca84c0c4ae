import { z } from "zod";
import { perScoreField } from "../domain/criteria.ts";
import { NETWORK_QUALITIES } from "../domain/network-quality.ts";
import { QUESTION_SOURCES } from "../domain/question-source.ts";
import { BesideRubric, ModelScores } from "./beside-rubric.ts";
import { Coverage, LookReasons } from "./coverage.ts";
import { Uuid } from "./fields.ts";
import { Quality } from "./interview.ts";
import { Band, StandardError } from "./score-band.ts";
import { FinalStatus, JobStatus, RecordingStatus, SessionStatus } from "./status.ts";

/* What `/api/interview` answers. */

const Succeeded = { success: z.literal(true), message: z.string() };

/** What a reloaded page needs to go on where it stopped. */
export const Progress = z.array(
  z.object({
    question_id: Uuid,
    template_question_id: Uuid.nullable(),
    answered: z.boolean(),
  }),
);

const RecordingWanted = z.object({
  format: z.enum(["webm", "mp4", "mkv"]),
  quality: Quality,
  audio: z.boolean(),
  video: z.boolean(),
});

export const StartSessionAnswer = z.object({
  ...Succeeded,
  /** Writes to the session: whoever holds it can add to the interview, so it is shown here only. */
  session_id: Uuid,
  /** The same session for reading: what lists, results, webhooks and exports call its `session_id`. */
  public_id: Uuid,
  recording_started: z.boolean(),
  resumed: z.literal(true).optional(),
  progress: Progress.optional(),
  /** Of a session that had begun before: what its page is to record, as whoever began it decided. */
  recording_wanted: RecordingWanted.optional(),
});
export type StartSessionAnswer = z.infer<typeof StartSessionAnswer>;

/** One step of a sitting. Kinds that a client does not know may come: it passes them over. */
const PlanStep = z.object({
  /** The same in every plan of one sitting. */
  id: z.string(),
  /** `consent`, `devices`, `introduction`, `question`, `receipt` */
  kind: z.string(),
  done: z.boolean(),
  /** What the answer may take, where there is one; seconds. Never what is asked. */
  question: z
    .object({
      template_question_id: Uuid,
      /** From 1. */
      attempt: z.int(),
      prep_seconds: z.int().nullable(),
      answer_seconds: z.int().nullable(),
      /** How often it may be given anew. */
      retakes: z.int(),
    })
    .nullable(),
});
export type PlanStep = z.infer<typeof PlanStep>;

/** What is asked in a step of the plan. */
export const NextQuestion = z.object({
  template_question_id: Uuid,
  /** The plan's step. */
  step: z.string(),
  text: z.string(),
  type: z.string(),
  difficulty: z.enum(["easy", "medium", "hard"]),
  /** Advice, not a limit. */
  answer_seconds: z.int().nullable(),
});

/** What the room asks next: at most two; and the whole way of the sitting. */
export const NextQuestionsAnswer = z.object({
  success: z.literal(true),
  questions: z.array(NextQuestion),
  /** How many questions the template has, and how many of them have no answer yet. */
  total: z.int(),
  unanswered: z.int(),
  plan: z.array(PlanStep),
});
export type NextQuestionsAnswer = z.infer<typeof NextQuestionsAnswer>;

export const AddQuestionAnswer = z.object({ ...Succeeded, question_id: Uuid });
export type AddQuestionAnswer = z.infer<typeof AddQuestionAnswer>;

export const AddAnswerAnswer = z.object({ ...Succeeded, answer_id: Uuid });
export type AddAnswerAnswer = z.infer<typeof AddAnswerAnswer>;

export const DoneAnswer = z.object(Succeeded);
export type DoneAnswer = z.infer<typeof DoneAnswer>;

const Score = z.number().min(0).max(100).nullable();
const Flag = z.object({ code: z.string(), message: z.string() });
const CategoryScores = z.object(perScoreField(() => Score));
/** Of the scores that are called alike. */
const ScoreErrors = z.object({ ...perScoreField(() => StandardError), overall_score: StandardError });
const ScoreBands = z.object({ ...perScoreField(() => Band), overall_score: Band });

/** A quote that stands in the scored text, and when it was said: seconds of the published recording, null without a place there. */
const Evidence = z.object({
  quote: z.string(),
  category: z.string(),
  note: z.string(),
  media_offset_seconds: z.number().nullable(),
  /** Estimated, not heard. */
  approximate: z.boolean(),
});

export const QuestionAnalysis = CategoryScores.extend({
  question_id: Uuid,
  question: z.string(),
  question_type: z.string(),
  answer_id: Uuid.nullable(),
  answer: z.string().nullable(),
  score: Score,
  feedback: z.string(),
  strengths: z.array(z.string()),
  improvements: z.array(z.string()),
  /** `insufficient`: there is nothing to judge; `not_assessed`: there is an answer, and it cannot be read here. */
  status: z.enum(["assessed", "insufficient", "not_assessed"]),
  /** Whose words were scored; null: none. */
  text_source: z.enum(["candidate", "transcript"]).nullable(),
  /** Standard deviation of each score over all readings; null where the score is. */
  spread: CategoryScores,
  /** How far this answer's score wavers by its readings and by how it was heard; null where nothing is known of that. */
  standard_error: StandardError,
  band: Band,
  ...BesideRubric,
  model_scores: ModelScores,
  evidence: z.array(Evidence),
  /** What of the answer is worth listening to: misheard there, it would move the overall score most. Of answers with the times of their words. */
  listen: z.array(
    z.object({
      text: z.string(),
      /** Seconds of the published recording; null without a place there. */
      media_offset_seconds: z.number().nullable(),
      duration_seconds: z.number(),
    }),
  ),
  flags: z.array(Flag),
});
export type QuestionAnalysis = z.infer<typeof QuestionAnalysis>;

export const AnalysisAnswer = z.object({
  success: z.literal(true),
  candidate_id: z.int(),
  analysis: CategoryScores.extend({
    overall_score: Score,
    overall_feedback: z.string().nullable(),
    question_analysis: z.array(QuestionAnalysis),
    analysis_status: JobStatus,
    final_status: FinalStatus.nullable(),
    session_id: Uuid.nullable(),
    method: z.string().nullable(),
    method_label: z.string().nullable(),
    model: z.string().nullable(),
    /** Of the model's endpoint; null for the rubric, which asks nobody. */
    host: z.string().nullable(),
    rubric_version: z.string().nullable(),
    prompt_version: z.string().nullable(),
    version: z.int().nullable(),
    /** Standard deviation of each score over all readings; null where the score is. */
    spread: CategoryScores,
    /** How exact each score is, by its questions, its readings and how it was heard. */
    standard_error: ScoreErrors,
    band: ScoreBands,
    ...BesideRubric,
    /** Share (0–1) of the questions whose score rests on quotes that were found in the answer. */
    evidence_coverage: z.number().nullable(),
    /** Which questions the scores rest on; null before completion, and where it was scored before this was kept. */
    coverage: Coverage.nullable(),
    /** Why a person must look before the scores are believed. */
    look_reasons: LookReasons,
    flags: z.array(Flag),
    error: z.string().nullable(),
  }),
});
export type AnalysisAnswer = z.infer<typeof AnalysisAnswer>;

/** One start of the recorder. Seconds are of the published file, null until it has a place there. */
const RecordingSegment = z.object({
  segment: z.int(),
  mime_type: z.string(),
  start_seconds: z.number().nullable(),
  duration_seconds: z.number().nullable(),
  /** How many have arrived. */
  parts: z.int(),
  /** The numbers of those that have not, as far as it is known; the first thousand. */
  missing: z.array(z.int()),
});

/** Something that is missing in the published file. `seconds` is null where nothing tells how long it was. */
export const RecordingGap = z.object({
  segment: z.int(),
  missing_parts: z.array(z.int()),
  at_seconds: z.number(),
  seconds: z.number().nullable(),
});
export type RecordingGap = z.infer<typeof RecordingGap>;

/** A file beside the recording: what was recorded in another way and could not be joined with the rest. */
export const RecordingFile = z.object({
  media_url: z.string(),
  format: z.string(),
  mime_type: z.string(),
  /** Bytes. */
  size: z.int(),
  sha256: z.string(),
  /** Where it belongs in the recording's time. */
  start_seconds: z.number(),
  duration_seconds: z.number(),
  segments: z.array(z.int()),
});
export type RecordingFile = z.infer<typeof RecordingFile>;

export const RecordingAnswer = z.object({
  success: z.literal(true),
  candidate_id: z.int(),
  recording_info: z.object({
    recording_file: z.string().nullable(),
    recording_duration: z.int().nullable(),
    recording_size: z.int().nullable(),
    recording_format: z.string().nullable(),
    recording_quality: z.string().nullable(),
    recording_status: RecordingStatus,
    session_id: Uuid.nullable(),
    started_at: z.string().nullable(),
    completed_at: z.string().nullable(),
    processing_status: JobStatus.nullable(),
    sha256: z.string().nullable(),
    mime_type: z.string().nullable(),
    media_url: z.string().nullable(),
    /** Counts the published files: a late part makes a new one. */
    version: z.int(),
    /** Made while the candidate may still come back. */
    provisional: z.boolean(),
    segments: z.array(RecordingSegment),
    gaps: z.array(RecordingGap),
    other_files: z.array(RecordingFile),
    network_quality: z.enum(NETWORK_QUALITIES).nullable(),
    browser_info: z.string().nullable(),
  }),
});
export type RecordingAnswer = z.infer<typeof RecordingAnswer>;

export const SessionQuestion = z.object({
  question_id: Uuid,
  text: z.string(),
  type: z.string(),
  avatar: z.string(),
  keywords: z.array(z.string()),
  difficulty: z.string(),
  position: z.int(),
  timestamp: z.string(),
  media_offset_seconds: z.number().nullable(),
  /** Who vouches for it; `unknown`: asked before that was kept. What nobody vouches for is judged as a general question. */
  source: z.enum(QUESTION_SOURCES),
  /** What was said of it when it was asked and does not count. */
  client_claims: z.record(z.string(), z.unknown()).nullable(),
  metadata: z.record(z.string(), z.unknown()),
});

export const SessionAnswer = z.object({
  answer_id: Uuid,
  question_id: Uuid,
  text: z.string(),
  recognized_text: z.string().nullable(),
  duration: z.number().nullable(),
  audio_quality: z.string().nullable(),
  confidence: z.number().nullable(),
  answered_by: z.string().nullable(),
  skipped: z.boolean(),
  superseded: z.boolean(),
  position: z.int(),
  timestamp: z.string(),
  media_offset_seconds: z.number().nullable(),
  metadata: z.record(z.string(), z.unknown()),
});

const SessionEvent = z.object({
  code: z.string(),
  message: z.string(),
  timestamp: z.string(),
  media_offset_seconds: z.number().nullable(),
});

export const SessionDataAnswer = z.object({
  success: z.literal(true),
  session_data: z.object({
    session_id: Uuid,
    candidate_id: z.int(),
    /** The candidate's token for whoever may write to interviews; for others the interview's own id, which opens nothing. */
    interview_token: z.string(),
    start_time: z.string(),
    end_time: z.string().nullable(),
    duration_seconds: z.int().nullable(),
    questions: z.array(SessionQuestion),
    answers: z.array(SessionAnswer),
    recording_file: z.string().nullable(),
    status: SessionStatus,
    technical_issues: z.array(SessionEvent),
    session_logs: z.array(SessionEvent),
  }),
});
export type SessionDataAnswer = z.infer<typeof SessionDataAnswer>;
