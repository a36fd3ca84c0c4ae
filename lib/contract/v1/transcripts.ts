import { z } from "zod";
import { Uuid } from "../fields.ts";

/* What a model heard in an answer. */

const Seconds = z.number().nullable();

/** When something was said: seconds of the published recording, null where it has no place there. */
const HeardSpan = z.object({ start: Seconds, end: Seconds });

/** Whether the words can be trusted, by what was measured of the sound: `listen` asks for a listener and takes nothing off. */
const Quality = z.object({ verdict: z.enum(["good", "listen"]), reasons: z.array(z.string()) });

export const Transcript = z.object({
  transcript_id: Uuid,
  text: z.string(),
  language: z.string().nullable(),
  /** 0–1, where the model gives one. */
  confidence: z.number().nullable(),
  model: z.string(),
  /** SHA-256 over the model's files, lower-case hex; null: of an endpoint. */
  model_sha256: z.string().nullable(),
  /** `local`: the server itself heard it, and its sound went nowhere; else the endpoint's host. */
  host: z.string(),
  /** What ran the model, with its version; null: of an endpoint. */
  engine: z.string().nullable(),
  sound_seconds: Seconds,
  /** Seconds of work that hearing took. */
  work_seconds: Seconds,
  /** What has times: the words, only segments, or nothing. Null: written down before that was kept. */
  timed: z.enum(["words", "segments", "none"]).nullable(),
  /** Empty where the model gives only the times of segments, or none. */
  words: z.array(HeardSpan.extend({ word: z.string(), confidence: z.number().nullable() })),
  /** Where the model gives only their times. */
  segments: z.array(HeardSpan.extend({ text: z.string() })),
  quality: Quality.nullable(),
  created_at: z.string(),
});
export type Transcript = z.infer<typeof Transcript>;
