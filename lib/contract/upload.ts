import { z } from "zod";

/** The wire of the recording upload: segments are opened by JSON, parts are raw bytes with three headers. */

/** Bodies stay under the megabyte at which reverse proxies cut by default. */
export const MAX_PART_BYTES = 900 * 1024;

/** Where the part's first byte stands within its segment. */
export const PART_OFFSET_HEADER = "x-part-offset";
/** SHA-256 of the body, lower-case hex. */
export const PART_SHA256_HEADER = "x-part-sha256";

export const OpenSegmentBody = z.object({
  /** Chosen by the client: the same key again opens nothing new. */
  client_key: z.string("must be a text").min(1, "must not be empty").max(100, "must have at most 100 characters"),
  /** The recorder's own words, e.g. `video/webm;codecs=vp9,opus`. */
  mime_type: z
    .string("must be a text")
    .regex(
      /^(audio|video)\/(webm|mp4|x-matroska|ogg)(;[\x20-\x7e]{0,150})?$/,
      "must be a webm, mp4, Matroska or Ogg type",
    ),
});
export type OpenSegmentBody = z.infer<typeof OpenSegmentBody>;

const wholeNumber = (max: number) =>
  z
    .string("is required")
    .regex(/^\d{1,15}$/, "must be a whole number")
    .transform(Number)
    .refine((value) => value <= max, `must be at most ${max}`);

/** What the address and the headers of a part say of it. */
export const PartAnnouncement = z.object({
  segment: wholeNumber(100_000),
  seq: wholeNumber(10_000_000),
  [PART_OFFSET_HEADER]: wholeNumber(2 ** 40),
  [PART_SHA256_HEADER]: z.string("is required").regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in lower-case hex"),
  "content-length": wholeNumber(Number.MAX_SAFE_INTEGER),
});

export const OpenSegmentAnswer = z.object({
  success: z.literal(true),
  message: z.string(),
  segment: z.int(),
});
export type OpenSegmentAnswer = z.infer<typeof OpenSegmentAnswer>;

export const PartAnswer = z.object({
  success: z.literal(true),
  message: z.string(),
  /** Every part up to this number has arrived; -1: not even the first. */
  acked_through: z.int(),
  /** Holes below the highest part that has arrived. */
  missing: z.array(z.int()),
});
export type PartAnswer = z.infer<typeof PartAnswer>;
