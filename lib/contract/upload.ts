import { z } from "zod";
import { says, Uuid } from "./fields.ts";
import { SessionStatus } from "./status.ts";

/** The wire of the recording upload: segments are opened by JSON, parts are raw bytes with three headers. */

/** Bodies stay under the megabyte at which reverse proxies cut by default. */
export const MAX_PART_BYTES = 900 * 1024;

/** Of one segment: a whole day at a part a second. Every one that is missing is written down, so there must be an end. */
export const MAX_PARTS = 100_000;

/** Where the part's first byte stands within its segment. */
export const PART_OFFSET_HEADER = "x-part-offset";
/** SHA-256 of the body, lower-case hex. */
export const PART_SHA256_HEADER = "x-part-sha256";

const clientKey = z.string(says("text")).min(1, says("not_empty")).max(100, says("characters_at_most"));

/** A client that gave no sign of life for this long no longer holds its session. */
export const CLAIM_LASTS_MS = 15_000;

/**
 * Who records this session now. One page at a time does: it claims the session when it begins and again every five
 * seconds, as a sign of life.
 */
export const ClaimBody = z.object(
  {
    /** The page's own; the same again renews the claim. */
    client_key: clientKey,
    /** Take the session from the page that holds it. */
    take_over: z.boolean(says("true_or_false")).nullish(),
    /** The page goes away: the next one need not wait until its silence tells. It may still come back under the same key. */
    let_go: z.boolean(says("true_or_false")).nullish(),
    /** What the page measured lately: round trip, and bytes per second while uploading. */
    network: z
      .object({
        rtt_ms: z.number(says("number")).min(0, says("or_more")).max(600_000).nullish(),
        upload_bps: z.number(says("number")).min(0, says("or_more")).max(1e12).nullish(),
      })
      .nullish(),
  },
  says("object"),
);
export type ClaimBody = z.infer<typeof ClaimBody>;

/** Refused with 409 `session_in_use` while another page holds it, and `session_taken_over` to the page that lost it. */
export const ClaimAnswer = z.object({ success: z.literal(true), message: z.string(), epoch: z.int() });
export type ClaimAnswer = z.infer<typeof ClaimAnswer>;

/** How many parts a segment has, told when its recorder has stopped: what is missing after that is a gap. */
export const CloseSegmentBody = z.object(
  { parts: z.int(says("whole_number")).min(0, says("or_more")).max(MAX_PARTS, says("at_most")) },
  says("object"),
);
export type CloseSegmentBody = z.infer<typeof CloseSegmentBody>;

/** What has arrived so far, for a client that comes back with parts that it may or may not have sent. */
export const UploadAnswer = z.object({
  success: z.literal(true),
  session_id: Uuid,
  status: SessionStatus,
  /** False once the recording takes no part any more, unless a recruiter accepts late ones: ask again in an hour. */
  accepts_parts: z.boolean(),
  segments: z.array(
    z.object({
      segment: z.int(),
      client_key: z.string(),
      mime_type: z.string(),
      acked_through: z.int(),
      missing: z.array(z.int()),
      received_bytes: z.int(),
      /** Null while its recorder runs, or when it never could say. */
      closed_parts: z.int().nullable(),
    }),
  ),
});
export type UploadAnswer = z.infer<typeof UploadAnswer>;

export const OpenSegmentBody = z.object({
  /** Chosen by the client: the same key again opens nothing new. */
  client_key: clientKey,
  /** Of the claim that the recorder runs under; a claim that was taken over opens nothing any more. */
  epoch: z.int(says("whole_number")).min(0, says("or_more")).nullish(),
  /** The recorder's own words, e.g. `video/webm;codecs=vp9,opus`. */
  mime_type: z
    .string(says("text"))
    .regex(/^(audio|video)\/(webm|mp4|x-matroska|ogg)(;[\x20-\x7e]{0,150})?$/, says("media_type")),
});
export type OpenSegmentBody = z.infer<typeof OpenSegmentBody>;

const wholeNumber = (max: number) =>
  z
    .string(says("required"))
    .regex(/^\d{1,15}$/, says("whole_number"))
    .transform(Number)
    .refine((value) => value <= max, { error: says("at_most"), params: { maximum: max } });

/** Which segment an address names. */
export const SegmentAddress = z.object({ segment: wholeNumber(100_000) });

/** What the address and the headers of a part say of it. */
export const PartAnnouncement = SegmentAddress.extend({
  seq: wholeNumber(MAX_PARTS - 1),
  [PART_OFFSET_HEADER]: wholeNumber(2 ** 40),
  [PART_SHA256_HEADER]: z.string(says("required")).regex(/^[0-9a-f]{64}$/, says("sha256")),
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
