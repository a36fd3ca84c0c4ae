import { z } from "zod";
import { NETWORK_QUALITIES } from "../domain/network-quality.ts";

/**
 * The wire of `/api/interview`, snake_case, written once: routes validate with it, the browser client types itself by
 * it. Ids are opaque to clients, so a malformed id is an unknown one (404), not an invalid field (422).
 * Objects are loose: what a client adds is kept as metadata.
 */

/** The contract's bound on question and answer texts, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 20_000;

/** Says `is required` for what is absent and `must be …` for what is of the wrong kind. */
const must = (be: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? "is required" : `must be ${be}`),
});

const id = z.string(must("a text")).min(1, "must not be empty").max(200, "must have at most 200 characters");
const text = z.string(must("a text")).max(MAX_TEXT_LENGTH, `must have at most ${MAX_TEXT_LENGTH} characters`);
const label = z.string(must("a text")).max(100, "must have at most 100 characters");
const filled = (schema: z.ZodString) => schema.refine((value) => value.trim() !== "", "must not be empty");
const whole = (max: number) =>
  z.int(must("a whole number")).min(0, "must be 0 or more").max(max, `must be at most ${max}`);
const bounded = (min: number, max: number) =>
  z.number(must("a number")).min(min, `must be at least ${min}`).max(max, `must be at most ${max}`);

/** Where in the recording something happened: the segment's number and the media time within it. */
export const MediaMark = z.object(
  { segment: whole(100_000), offset_ms: whole(604_800_000) },
  must("an object with segment and offset_ms"),
);

const CustomQuality = z.object({
  width: bounded(16, 7680),
  height: bounded(16, 4320),
  frame_rate: bounded(1, 120),
  bitrate: bounded(10_000, 100_000_000),
});

export const Quality = z.union([z.enum(["HD", "SD"]), CustomQuality], {
  error: "must be HD, SD or an object with width, height, frame_rate and bitrate",
});

export const RecordingConfig = z.looseObject(
  {
    format: z.enum(["webm", "mp4", "mkv"], "must be webm, mp4 or mkv").default("webm"),
    quality: Quality.default("HD"),
    audio: z.boolean(must("true or false")).default(true),
    video: z.boolean(must("true or false")).default(true),
  },
  must("an object"),
);
export type RecordingConfig = z.infer<typeof RecordingConfig>;

export const StartSessionBody = z.looseObject(
  {
    interview_token: id,
    recording_config: RecordingConfig.nullish().transform((config) => config ?? RecordingConfig.parse({})),
    avatar: label.nullish(),
    browser_info: z.string(must("a text")).max(500, "must have at most 500 characters").nullish(),
  },
  must("an object"),
);
export type StartSessionBody = z.infer<typeof StartSessionBody>;

export const QuestionData = z.looseObject(
  {
    text: filled(text),
    type: filled(label).nullish(),
    avatar: label.nullish(),
    keywords: z.array(label, must("a list of texts")).max(100, "must have at most 100 entries").nullish(),
    difficulty: z.enum(["easy", "medium", "hard"], "must be easy, medium or hard").nullish(),
    ideal_answer: text.nullish(),
    rubric_notes: text.nullish(),
    template_question_id: id.nullish(),
    client_key: filled(label).nullish(),
    media: MediaMark.nullish(),
  },
  must("an object"),
);
export const AddQuestionBody = z.looseObject({ session_id: id, question_data: QuestionData }, must("an object"));
export type AddQuestionBody = z.infer<typeof AddQuestionBody>;

export const AnswerData = z.looseObject(
  {
    text,
    /** What speech recognition had heard, where the candidate put it right since. Kept beside `text`, which counts. */
    recognized_text: text.nullish(),
    duration: bounded(0, 86_400).nullish(),
    audio_quality: label.nullish(),
    answered_by: z.enum(["voice", "text", "both", "skipped"], "must be voice, text, both or skipped").nullish(),
    confidence: bounded(0, 1).nullish(),
    client_key: filled(label).nullish(),
    media: MediaMark.nullish(),
  },
  must("an object"),
);
export const AddAnswerBody = z.looseObject(
  { session_id: id, question_id: id, answer_data: AnswerData },
  must("an object"),
);
export type AddAnswerBody = z.infer<typeof AddAnswerBody>;

export const EndSessionBody = z.looseObject({ session_id: id }, must("an object"));
export type EndSessionBody = z.infer<typeof EndSessionBody>;

/** The candidate agrees, before anything is recorded. `consent_version` names the words that were agreed to. */
export const ConsentBody = z.object({ interview_token: id, consent_version: filled(label) }, must("an object"));
export type ConsentBody = z.infer<typeof ConsentBody>;

/** The candidate wants what is kept about them to be deleted. */
export const DeletionRequestBody = z.object({ interview_token: id }, must("an object"));

/** Something went wrong on the candidate's side. `message` is for the recruiter to read. */
export const AddIssueBody = z.object({
  session_id: id,
  issue: z.object(
    {
      code: z.string(must("a text")).regex(/^[a-z][a-z0-9_]{0,63}$/, "must be lower-case words joined by _"),
      message: filled(z.string(must("a text")).max(500, "must have at most 500 characters")),
      media: MediaMark.nullish(),
    },
    must("an object"),
  ),
});
export type AddIssueBody = z.infer<typeof AddIssueBody>;

/** Which of the candidate's sessions is meant; the latest without it. */
export const SessionQuery = z.object({ session_id: id.optional() });
/** `download=1` saves the recording instead of playing it. */
export const MediaQuery = SessionQuery.extend({
  download: z.enum(["0", "1"], "must be 0 or 1").optional(),
  /** As an MP4, where the codecs allow a copy; without it, as it was recorded. */
  format: z.literal("mp4", "must be mp4").optional(),
  /** 1 is the recording; 2 and on are files beside it, where something was recorded in another way. */
  file: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, "must be a whole number from 1")
    .transform(Number)
    .optional(),
});

// Answers of the server.

const Succeeded = { success: z.literal(true), message: z.string() };

/** What a reloaded page needs to go on where it stopped. */
export const Progress = z.array(
  z.object({
    question_id: z.string(),
    template_question_id: z.string().nullable(),
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
  session_id: z.string(),
  recording_started: z.boolean(),
  resumed: z.literal(true).optional(),
  progress: Progress.optional(),
  /** Of a session that had begun before: what its page is to record, as whoever began it decided. */
  recording_wanted: RecordingWanted.optional(),
});
export type StartSessionAnswer = z.infer<typeof StartSessionAnswer>;

export const AddQuestionAnswer = z.object({ ...Succeeded, question_id: z.string() });
export type AddQuestionAnswer = z.infer<typeof AddQuestionAnswer>;

export const AddAnswerAnswer = z.object({ ...Succeeded, answer_id: z.string() });
export type AddAnswerAnswer = z.infer<typeof AddAnswerAnswer>;

export const DoneAnswer = z.object(Succeeded);
export type DoneAnswer = z.infer<typeof DoneAnswer>;

const JobStatus = z.enum(["pending", "processing", "completed", "failed"]);
const Score = z.number().min(0).max(100).nullable();
const Flag = z.object({ code: z.string(), message: z.string() });
const CategoryScores = z.object({
  technical_score: Score,
  communication_score: Score,
  problem_solving_score: Score,
  cultural_fit_score: Score,
});

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
  question_id: z.string(),
  question: z.string(),
  question_type: z.string(),
  answer_id: z.string().nullable(),
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
  evidence: z.array(Evidence),
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
    final_status: z.enum(["passed", "failed", "needs_review"]).nullable(),
    session_id: z.string().nullable(),
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
    /** Share (0–1) of the questions whose score rests on quotes that were found in the answer. */
    evidence_coverage: z.number().nullable(),
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
    recording_status: z.enum(["not_started", "recording", "completed", "failed"]),
    session_id: z.string().nullable(),
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
  question_id: z.string(),
  text: z.string(),
  type: z.string(),
  avatar: z.string(),
  keywords: z.array(z.string()),
  difficulty: z.string(),
  position: z.int(),
  timestamp: z.string(),
  media_offset_seconds: z.number().nullable(),
  metadata: z.record(z.string(), z.unknown()),
});

export const SessionAnswer = z.object({
  answer_id: z.string(),
  question_id: z.string(),
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
    session_id: z.string(),
    candidate_id: z.int(),
    interview_token: z.string(),
    start_time: z.string(),
    end_time: z.string().nullable(),
    duration_seconds: z.int().nullable(),
    questions: z.array(SessionQuestion),
    answers: z.array(SessionAnswer),
    recording_file: z.string().nullable(),
    status: z.enum(["active", "completed"]),
    technical_issues: z.array(SessionEvent),
    session_logs: z.array(SessionEvent),
  }),
});
export type SessionDataAnswer = z.infer<typeof SessionDataAnswer>;
