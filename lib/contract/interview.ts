import { z } from "zod";
import { BESIDE_OTHERS, must, says } from "./fields.ts";

/**
 * The wire of `/api/interview`, snake_case, written once: routes validate with it, the browser client types itself by
 * it. Ids are opaque to clients, so a malformed id is an unknown one (404), not an invalid field (422).
 * Objects are loose: what a client adds is kept as metadata. What the server answers stands in `interview-answers.ts`.
 */

/** The contract's bound on question and answer texts, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 20_000;
/** A day. */
export const MAX_ANSWER_SECONDS = 86_400;

const id = z
  .string(must("text"))
  .min(1, says("not_empty"))
  .max(200, says("characters_at_most"))
  .meta({ format: "uuid" });
const text = z.string(must("text")).max(MAX_TEXT_LENGTH, says("characters_at_most"));
const label = z.string(must("text")).max(100, says("characters_at_most"));
const filled = (schema: z.ZodString) =>
  schema.refine((value) => value.trim() !== "", says("not_empty")).meta({ pattern: "\\S" });
const whole = (max: number) => z.int(must("whole_number")).min(0, says("or_more")).max(max, says("at_most"));
const bounded = (min: number, max: number) =>
  z.number(must("number")).min(min, says("at_least")).max(max, says("at_most"));

/** Where in the recording something happened: the segment's number and the media time within it. */
export const MediaMark = z.object({ segment: whole(100_000), offset_ms: whole(604_800_000) }, must("media_mark"));

const CustomQuality = z.object({
  width: bounded(16, 7680),
  height: bounded(16, 4320),
  frame_rate: bounded(1, 120),
  bitrate: bounded(10_000, 100_000_000),
});

export const Quality = z.union([z.enum(["HD", "SD"]), CustomQuality], {
  error: says("quality"),
});

export const RecordingConfig = z.looseObject(
  {
    format: z.enum(["webm", "mp4", "mkv"], says("one_of")).default("webm"),
    quality: Quality.default("HD"),
    audio: z.boolean(must("true_or_false")).default(true),
    video: z.boolean(must("true_or_false")).default(true),
  },
  must("object"),
);
export type RecordingConfig = z.infer<typeof RecordingConfig>;

export const StartSessionBody = z.looseObject(
  {
    interview_token: id,
    recording_config: RecordingConfig.nullish().transform((config) => config ?? RecordingConfig.parse({})),
    avatar: label.nullish(),
    browser_info: z.string(must("text")).max(500, says("characters_at_most")).nullish(),
  },
  must("object"),
);
export type StartSessionBody = z.infer<typeof StartSessionBody>;

export const QuestionData = z.looseObject(
  {
    text: filled(text),
    type: filled(label).nullish(),
    avatar: label.nullish(),
    keywords: z.array(label, must("list_of_texts")).max(100, says("entries_at_most")).nullish(),
    difficulty: z.enum(["easy", "medium", "hard"], says("one_of")).nullish(),
    ideal_answer: text.nullish(),
    rubric_notes: text.nullish(),
    template_question_id: id.nullish(),
    client_key: filled(label).nullish(),
    media: MediaMark.nullish(),
  },
  must("object"),
);
export const AddQuestionBody = z.looseObject({ session_id: id, question_data: QuestionData }, must("object"));
export type AddQuestionBody = z.infer<typeof AddQuestionBody>;

export const AnswerData = z.looseObject(
  {
    text,
    /** What speech recognition had heard, where the candidate put it right since. Kept beside `text`, which counts. */
    recognized_text: text.nullish(),
    duration: bounded(0, MAX_ANSWER_SECONDS).nullish(),
    audio_quality: label.nullish(),
    answered_by: z.enum(["voice", "text", "both", "skipped"], says("one_of")).nullish(),
    confidence: bounded(0, 1).nullish(),
    client_key: filled(label).nullish(),
    media: MediaMark.nullish(),
  },
  must("object"),
);
export const AddAnswerBody = z.looseObject(
  { session_id: id, question_id: id, answer_data: AnswerData },
  must("object"),
);
export type AddAnswerBody = z.infer<typeof AddAnswerBody>;

export const EndSessionBody = z.looseObject({ session_id: id }, must("object"));
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
      .string(must("text"))
      .regex(/^[0-9a-f]{64}$/, says("sha256"))
      .nullish()
      .meta({ description: "Of exactly the words that the link shows; without it the version names them." }),
  },
  must("object"),
);
export type ConsentBody = z.infer<typeof ConsentBody>;

/** The candidate wants what is kept about them to be deleted. */
export const DeletionRequestBody = z.object({ interview_token: id }, must("object"));

/** What stands in words of ours that a client names. */
const WordParams = z
  .record(label, z.union([label, z.number()], must("text")), must("object"))
  .refine((params) => Object.keys(params).length <= 10, { error: says("entries_at_most"), params: { maximum: 10 } });

/** Something went wrong on the candidate's side. `message` is for the recruiter to read. */
export const AddIssueBody = z.object({
  session_id: id,
  issue: z
    .object(
      {
        code: z.string(must("text")).regex(/^[a-z][a-z0-9_]{0,63}$/, says("code_words")),
        message: filled(z.string(must("text")).max(500, says("characters_at_most")))
          .optional()
          .meta({ description: "In your words; required without `key`." }),
        media: MediaMark.nullish(),
        key: label.optional().meta({ description: "Instead of a message: which of the product's own words say it." }),
        params: WordParams.optional().meta({ description: "What stands in those." }),
      },
      must("object"),
    )
    .refine(({ message, key }) => message !== undefined || key !== undefined, {
      path: ["message"],
      error: says("required"),
      ...BESIDE_OTHERS,
    }),
});
export type AddIssueBody = z.infer<typeof AddIssueBody>;

/** Which of the candidate's sessions is meant; the latest without it. */
export const SessionQuery = z.object({ session_id: id.optional() });
/** `download=1` saves the recording instead of playing it. */
export const MediaQuery = SessionQuery.extend({
  download: z.enum(["0", "1"], says("one_of")).optional(),
  /** As an MP4, where the codecs allow a copy; without it, as it was recorded. */
  format: z.literal("mp4", says("one_of")).optional(),
  /** 1 is the recording; 2 and on are files beside it, where something was recorded in another way. */
  file: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, says("whole_from_one"))
    .transform(Number)
    .optional(),
});
