import { z } from "zod";

/**
 * The wire of `/api/interview`, snake_case, written once: routes validate with it, the browser client types itself by
 * it. Ids are opaque to clients, so a malformed id is an unknown one (404), not an invalid field (422).
 * Objects are loose: what a client adds is kept as metadata. What the server answers stands in `interview-answers.ts`.
 */

/** The contract's bound on question and answer texts, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 20_000;
/** A day. */
export const MAX_ANSWER_SECONDS = 86_400;

/** Says `is required` for what is absent and `must be …` for what is of the wrong kind. */
const must = (be: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? "is required" : `must be ${be}`),
});

const id = z
  .string(must("a text"))
  .min(1, "must not be empty")
  .max(200, "must have at most 200 characters")
  .meta({ format: "uuid" });
const text = z.string(must("a text")).max(MAX_TEXT_LENGTH, `must have at most ${MAX_TEXT_LENGTH} characters`);
const label = z.string(must("a text")).max(100, "must have at most 100 characters");
const filled = (schema: z.ZodString) =>
  schema.refine((value) => value.trim() !== "", "must not be empty").meta({ pattern: "\\S" });
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
    duration: bounded(0, MAX_ANSWER_SECONDS).nullish(),
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

/**
 * The candidate agrees, before anything is recorded. `consent_version` names the words that were agreed to, `consent_hash` (SHA-256, hex)
 * exactly those that were shown.
 */
export const ConsentBody = z.object(
  {
    interview_token: id,
    consent_version: filled(label),
    consent_hash: z
      .string(must("a text"))
      .regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in lower-case hex")
      .nullish()
      .meta({ description: "Of exactly the words that the link shows; without it the version names them." }),
  },
  must("an object"),
);
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
