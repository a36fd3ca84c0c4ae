import { z } from "zod";
import { perCriterion } from "../domain/criteria.ts";
import { INTERVIEW_STATES } from "../domain/interview-state.ts";
import { BesideRubric, ModelScores } from "./beside-rubric.ts";
import { Coverage, LookReasons } from "./coverage.ts";
import { says, Uuid } from "./fields.ts";
import { RecordingFile, RecordingGap } from "./interview-answers.ts";
import { LateParts } from "./late-parts.ts";
import { Band } from "./score-band.ts";
import { FinalStatus, GivenFinalStatus, JobStatus, RecordingStatus, SessionStatus } from "./status.ts";

/** The wire of a review: one interview with all that a person needs to judge it, and the judgement they send back. */

const Score = z.number().min(0).max(100).nullable();
const Flag = z.object({ code: z.string(), message: z.string() });
/** Where something can be played. */
const Played = {
  /** Seconds of a published file; null when the moment is in none. */
  media_offset_seconds: z.number().nullable(),
  /** Which file: 1 is the recording, 2 and on are its `other_files`. */
  media_file: z.int(),
};
const Moment = z.iso.datetime();

/** 0–100 by criterion; null: not enough to judge by. */
export const CategoryLevels = z.object(perCriterion(() => Score));
export type CategoryLevels = z.infer<typeof CategoryLevels>;

/** What a transcription model made of an answer's sound. */
export const ReviewTranscript = z.object({
  text: z.string(),
  model: z.string(),
  /** Whether this server heard it itself. */
  here: z.boolean(),
  /** Whom its licence wants named where its words are shown; null: nobody. */
  credit: z.string().nullable(),
  /** Why its words cannot be trusted, by what was measured of the sound; empty where they can. */
  unclear: z.array(z.string()),
  created_at: Moment,
});
export type ReviewTranscript = z.infer<typeof ReviewTranscript>;

/** A word, or a sentence where only those have times, and when it was said: seconds of the answer's file; null: nobody knows. */
export const SaidPart = z.object({ text: z.string(), start: z.number().nullable(), end: z.number().nullable() });
export type SaidPart = z.infer<typeof SaidPart>;

/** Where the work of writing a spoken answer down stands. */
export const Writing = z.object({
  /** `held`: nothing can write it down now. */
  state: z.enum(["queued", "running", "held", "failed"]),
  /** How many answers of all interviews come before it. */
  ahead: z.int(),
  /** Why it waits, is held or has failed; null: there is nothing to say. */
  reason: z.string().nullable(),
});
export type Writing = z.infer<typeof Writing>;

export const ReviewAnswer = z.object({
  answer_id: Uuid,
  /** What counts, as the candidate left it. */
  text: z.string(),
  /** What speech recognition had heard before the candidate corrected it; null where the client does not say. */
  recognized_text: z.string().nullable(),
  /** `voice`, `text`, `both` or `skipped`; null where the client does not say. */
  answered_by: z.string().nullable(),
  /** What of it was said aloud, as far as anybody knows; null where it was only written. */
  spoken_text: z.string().nullable(),
  /** The same in its parts, with their times; empty where nobody knows any. */
  said: z.array(SaidPart),
  /** What the parts are: only sentences where the model gives no times of words. */
  said_by: z.enum(["words", "segments"]).nullable(),
  /** Latest first. */
  transcripts: z.array(ReviewTranscript),
  /** Null: nothing is being written down of it, or all has been. */
  writing: Writing.nullable(),
  skipped: z.boolean(),
  duration_seconds: z.number().nullable(),
  audio_quality: z.string().nullable(),
  confidence: z.number().nullable(),
  ...Played,
  answered_at: Moment,
});
export type ReviewAnswer = z.infer<typeof ReviewAnswer>;

/** A quote that stands in the scored text. `approximate`: its moment is estimated, not heard. */
export const ReviewEvidence = z.object({
  quote: z.string(),
  category: z.string(),
  note: z.string(),
  ...Played,
  approximate: z.boolean(),
});
export type ReviewEvidence = z.infer<typeof ReviewEvidence>;

export const ReviewQuestionAnalysis = z.object({
  /** `insufficient`: there is nothing to judge; `not_assessed`: there is an answer, and it cannot be read here. */
  status: z.enum(["assessed", "insufficient", "not_assessed"]),
  /** Whose words were scored; null: none. */
  text_source: z.enum(["candidate", "transcript"]).nullable(),
  score: Score,
  levels: CategoryLevels,
  /** Standard deviation of the levels over all readings; null where the level is. */
  spread: CategoryLevels,
  /** By the readings and by how it was heard; null where nothing is known of that. */
  band: Band,
  /** How often the answer was read: 0 when it was not scored. */
  readings: z.int(),
  ...BesideRubric,
  model_scores: ModelScores,
  feedback: z.string(),
  strengths: z.array(z.string()),
  improvements: z.array(z.string()),
  evidence: z.array(ReviewEvidence),
  /** What is worth listening to: misheard there, it would move the overall score most. */
  listen: z.array(z.object({ text: z.string(), ...Played })),
  flags: z.array(Flag),
});
export type ReviewQuestionAnalysis = z.infer<typeof ReviewQuestionAnalysis>;

/** Notes on how somebody speaks, where the template asks for them. They are part of no score, because they carry bias. */
export const ReviewCoaching = z.object({
  /** “um”, “you know” and the like, per 100 words. */
  filler_rate: z.number().nullable(),
  /** Null where nobody knows how long the answer took. */
  words_per_minute: z.number().nullable(),
  /** Flesch reading ease: 0 hard, 100 easy. */
  reading_ease: z.number().nullable(),
});
export type ReviewCoaching = z.infer<typeof ReviewCoaching>;

export const ReviewQuestion = z.object({
  question_id: Uuid,
  position: z.int(),
  text: z.string(),
  type: z.string(),
  difficulty: z.string(),
  ...Played,
  asked_at: Moment,
  /** The answer that counts; null while there is none. */
  answer: ReviewAnswer.nullable(),
  /** Earlier answers that a retake replaced, latest first. */
  retakes: z.array(ReviewAnswer),
  analysis: ReviewQuestionAnalysis.nullable(),
  coaching: ReviewCoaching.nullable(),
});
export type ReviewQuestion = z.infer<typeof ReviewQuestion>;

/** One of an interview's analyses, in a line. */
export const AnalysisVersion = z.object({
  version: z.int(),
  status: JobStatus,
  method: z.string().nullable(),
  method_label: z.string().nullable(),
  model: z.string().nullable(),
  overall_score: Score,
  /** Which questions the score rests on; null before it has one, and for what was scored before that was kept. */
  coverage: Coverage.nullable(),
  completed_at: Moment.nullable(),
  /** Who asked for it; null: the end of the interview did. */
  requested_by: z.string().nullable(),
});
export type AnalysisVersion = z.infer<typeof AnalysisVersion>;

/** What the calls to a model came to. Tokens and cost are null where the endpoint or the configuration does not tell. */
export const CallsSummary = z.object({
  calls: z.int(),
  input_tokens: z.int().nullable(),
  output_tokens: z.int().nullable(),
  /** In the currency the prices are configured in. */
  cost: z.number().nullable(),
  retries: z.int(),
});
export type CallsSummary = z.infer<typeof CallsSummary>;

export const ReviewAnalysis = z.object({
  status: JobStatus,
  version: z.int(),
  method: z.string().nullable(),
  /** The method in words, to stand wherever a score stands. */
  method_label: z.string().nullable(),
  model: z.string().nullable(),
  /** Of the model's endpoint; null for the rubric, which asks nobody. */
  host: z.string().nullable(),
  rubric_version: z.string().nullable(),
  prompt_version: z.string().nullable(),
  scores: CategoryLevels,
  /** Standard deviation of each score over all readings; null where the score is. */
  spread: CategoryLevels,
  /** How exact each score is. */
  bands: z.object(perCriterion(() => Band)),
  overall_score: Score,
  overall_band: Band,
  ...BesideRubric,
  /** Share (0–1) of the questions whose score rests on quotes that were found in the answer. */
  evidence_coverage: z.number().nullable(),
  /** Which questions the scores rest on; null where it was scored before this was kept. */
  coverage: Coverage.nullable(),
  /** Why a person must look before the scores are believed. */
  look_reasons: LookReasons,
  /** By which limits its overall score is read. `proposed`: the template's own thresholds, which no ratings were compared with. */
  cuts: z.object({
    status: z.enum(["proposed", "set"]),
    pass: z.number(),
    fail: z.number(),
    /** Rated interviews that they were set by; null: none. */
    n: z.int().nullable(),
  }),
  overall_feedback: z.string().nullable(),
  flags: z.array(Flag),
  /** What the scores suggest. A person's decision stands beside it. */
  recommendation: FinalStatus.nullable(),
  error: z.string().nullable(),
  completed_at: Moment.nullable(),
  /** Null where it is nobody's business, as behind a share link. */
  calls_summary: CallsSummary.nullable(),
  /** Every analysis of this interview, latest first. */
  versions: z.array(AnalysisVersion),
});
export type ReviewAnalysis = z.infer<typeof ReviewAnalysis>;

export const ReviewRecording = z.object({
  status: RecordingStatus,
  processing_status: JobStatus,
  /** Null until a file is published. */
  media_url: z.string().nullable(),
  /** Counts the published files; 0: none yet. */
  version: z.int(),
  /** Null while the interview is under way, and where it is nobody's business, as behind a share link. */
  late_parts: LateParts.nullable(),
  kind: z.enum(["video", "audio"]),
  mime_type: z.string().nullable(),
  duration_seconds: z.number().nullable(),
  size_bytes: z.number().nullable(),
  format: z.string().nullable(),
  quality: z.string().nullable(),
  /** Made while the candidate may still come back. */
  provisional: z.boolean(),
  gaps: z.array(RecordingGap),
  other_files: z.array(RecordingFile),
  error: z.string().nullable(),
});
export type ReviewRecording = z.infer<typeof ReviewRecording>;

export const ReviewDecision = z.object({
  decision_id: Uuid,
  decision: FinalStatus,
  reason: z.string(),
  /** A person; or the API key that sent it, for whoever it named. */
  by: z.string(),
  at: Moment,
  /** What it was made on; 0: there was nothing, null: decided before this was kept. */
  recording_version: z.int().nullable(),
  analysis_version: z.int().nullable(),
});
export type ReviewDecision = z.infer<typeof ReviewDecision>;

export const ReviewEvent = z.object({
  event_id: z.string(),
  code: z.string(),
  message: z.string(),
  at: Moment,
  ...Played,
});
export type ReviewEvent = z.infer<typeof ReviewEvent>;

/** A page of what was asked, in order. */
export const ReviewQuestions = z.object({
  questions: z.array(ReviewQuestion),
  /** The position after which the next page begins; null: these are the last. */
  more_questions_after: z.int().nullable(),
});
export type ReviewQuestions = z.infer<typeof ReviewQuestions>;

export const Review = z.object({
  interview_id: Uuid,
  /** Belongs to the sandbox: nothing in it is real. */
  sandbox: z.boolean(),
  state: z.enum(INTERVIEW_STATES),
  invited_at: Moment,
  expires_at: Moment,
  consent: z
    .object({
      version: z.string(),
      at: Moment,
      /** The member or key that agreed in the candidate's place; null: the candidate. */
      by: z.string().nullable(),
    })
    .nullable(),
  /** The exact words that were agreed to; null where none are kept. */
  consent_text: z.string().nullable(),
  /** On what the sitting rests; null before it. `before`: begun before that was kept. */
  consent_basis: z.enum(["consent", "link_unopened", "key", "before"]).nullable(),
  candidate: z.object({
    id: z.int(),
    name: z.string(),
    email: z.string(),
    /** They asked for what is kept about them to be deleted. */
    deletion_requested_at: Moment.nullable(),
  }),
  template: z.object({
    name: z.string(),
    role_title: z.string(),
    pass_threshold: z.number(),
    fail_threshold: z.number(),
  }),
  /** Null while the candidate has not started. */
  session: z
    .object({
      status: SessionStatus,
      started_at: Moment,
      ended_at: Moment.nullable(),
      browser: z.string().nullable(),
      network_quality: z.string().nullable(),
    })
    .nullable(),
  recording: ReviewRecording.nullable(),
  ...ReviewQuestions.shape,
  /** Null while none was started. */
  analysis: ReviewAnalysis.nullable(),
  /** The latest that is completed, while `analysis` is not: its scores stand until then, and the questions carry them. */
  standing_analysis: ReviewAnalysis.nullable(),
  /** Latest first; the first one counts. */
  decisions: z.array(ReviewDecision),
  technical_issues: z.array(ReviewEvent),
  session_logs: z.array(ReviewEvent),
});
export type Review = z.infer<typeof Review>;

export const ReviewResponse = z.object({ success: z.literal(true), review: Review });
export type ReviewResponse = z.infer<typeof ReviewResponse>;

export const ReviewQuestionsQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,9}$/, says("question_position"))
    .transform(Number),
});
export const ReviewQuestionsResponse = ReviewQuestions.extend({ success: z.literal(true) });

export const MAX_REASON_LENGTH = 4_000;

export const DecisionBody = z.object(
  {
    decision: GivenFinalStatus,
    reason: z.string(says("text")).trim().min(1, says("not_empty")).max(MAX_REASON_LENGTH, says("characters_at_most")),
    seen_decision_id: z.guid(says("decision_id")).nullable().optional().meta({
      description:
        "The latest decision that whoever decides has seen; null: there was none. If a later one stands by then, the answer is 409 `already_decided`. Without it nothing is checked.",
    }),
    despite_missing: z.boolean(says("true_or_false")).optional().meta({
      description:
        "Decide although parts of the recording have not arrived; without it the answer is 409 `recording_incomplete` then.",
    }),
  },
  says("object"),
);
export type DecisionBody = z.infer<typeof DecisionBody>;

/** What an open review asks every few seconds: whether somebody has decided meanwhile. */
export const LatestDecisionResponse = z.object({
  success: z.literal(true),
  latest: ReviewDecision.nullable(),
  /** How many decisions there are. */
  count: z.int(),
});
export type LatestDecisionResponse = z.infer<typeof LatestDecisionResponse>;

export const DecisionResponse = z.object({
  success: z.literal(true),
  message: z.string(),
  decision: ReviewDecision,
});
export type DecisionResponse = z.infer<typeof DecisionResponse>;
