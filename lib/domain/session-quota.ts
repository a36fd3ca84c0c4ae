import { neededBitsPerSecond } from "./needed-bitrate.ts";

/** What a template makes of a sitting: how many questions, how long they may take together, how much text they are. */
export type TemplateSize = { questions: number; seconds: number; textBytes: number };

/** How much of each a session takes at most. What it takes is counted in its rows, with every write. */
export type SessionQuota = {
  questions: number;
  /** Retakes included. */
  answers: number;
  /** Technical issues that its page reports. */
  issues: number;
  /** How often pages may take it from one another. */
  claims: number;
  /** Lines of its log that its page can repeat; what comes after them is not written down. */
  log_lines: number;
  segments: number;
  /** Of all segments together, those that are only said to be there included. */
  parts: number;
  /** Of all parts together. */
  recording_bytes: number;
  /** Of all questions and answers together, in UTF-8. */
  text_bytes: number;
  /** Of the unknown fields that are kept, as JSON. */
  metadata_bytes: number;
  /** Parts that come with other bytes than before: those that are noted. */
  conflicts: number;
  /** Answers that are kept for a repeated Idempotency-Key, at a time. */
  idempotency_keys: number;
};

export type QuotaName = keyof SessionQuota;

const HOUR = 3_600;
const KIB = 1_024;
const MIB = 1_024 * KIB;

/** Twice what a long interview takes; and no template, whatever it allows for each question, makes it more than a day. */
const SITTING_SECONDS = { least: 6 * HOUR, most: 24 * HOUR };
/** A recorder asked for a rate meets it within a factor of two over some minutes, and a client may record with more than the session says. */
const BITRATE_MARGIN = 2;
/** Room for a foreign client's sound without loss; and no browser encodes a faster picture in real time. */
const BITS_PER_SECOND = { least: 1_000_000, most: 16_000_000 };
/** Our own recorder gives one a second. */
const PARTS_PER_SECOND = 2;
/** Bytes of a full part (lib/contract/upload.ts). */
const FULL_PART_BYTES = 900 * KIB;

/**
 * How much a session takes: many times what anybody needs who sits an interview, little enough that one candidate's link
 * fills neither disk nor memory. Three hours in HD with a hundred questions are about 3.5 GB (2.56 Mbit/s), 10,800 parts, 100
 * segments where each question has its own, 30,000 spoken words in two versions (under 1 MiB in any script).
 *
 * - questions: 500, and 5 for each of the template's; answers: 4 for each of those questions; segments: as many as questions
 * - a sitting: twice what the template allows for preparing and answering, retakes included; at least 6 and at most 24 hours
 * - recording_bytes: twice the recording's bit rate (1 to 16 Mbit/s) over the sitting
 * - parts: two for each second of the sitting, and as many as those bytes need
 * - text_bytes: 8 MiB, and four times the template's own; metadata_bytes: 1 MiB, and 16 KiB for each of the template's questions
 * - 200 issues, 500 claims, 1,000 repeated lines of the log, 20 conflicts, 2,000 Idempotency-Keys
 *
 * @param recording as the session's config says; what it does not say is recorded in HD
 */
export function sessionQuota(
  template: TemplateSize,
  recording: Parameters<typeof neededBitsPerSecond>[0],
): SessionQuota {
  const questions = 500 + 5 * template.questions;
  const seconds = within(SITTING_SECONDS, 2 * template.seconds);
  const recordingBytes = Math.ceil(
    (seconds * BITRATE_MARGIN * within(BITS_PER_SECOND, neededBitsPerSecond(recording))) / 8,
  );
  return {
    questions,
    answers: 4 * questions,
    issues: 200,
    claims: 500,
    log_lines: 1_000,
    segments: questions,
    parts: PARTS_PER_SECOND * seconds + Math.ceil(recordingBytes / FULL_PART_BYTES),
    recording_bytes: recordingBytes,
    text_bytes: 8 * MIB + 4 * template.textBytes,
    metadata_bytes: 1 * MIB + 16 * KIB * template.questions,
    conflicts: 20,
    idempotency_keys: 2_000,
  };
}

/** Of sessions that were begun before there were quotas: as much as the largest template and the finest recording give. */
export const LARGEST_QUOTA: SessionQuota = sessionQuota(
  { questions: 100, seconds: SITTING_SECONDS.most, textBytes: 16 * MIB },
  { quality: { bitrate: BITS_PER_SECOND.most } },
);

export type Amounts = Partial<Record<QuotaName, number>>;

/** @param quota as stored with the session; what is not in it is that of the largest */
export function mostOf(quota: unknown, name: QuotaName): number {
  return (quota as Amounts)[name] ?? LARGEST_QUOTA[name];
}

/**
 * The limit that a session would pass, if any.
 * @param quota as stored with the session
 * @param adding what is about to be written
 */
export function passedLimit(quota: unknown, used: Amounts, adding: Amounts): { name: QuotaName; most: number } | null {
  for (const [name, more] of Object.entries(adding) as [QuotaName, number][]) {
    const most = mostOf(quota, name);
    if (more > 0 && (used[name] ?? 0) + more > most) return { name, most };
  }
  return null;
}

function within({ least, most }: { least: number; most: number }, value: number): number {
  return Math.min(most, Math.max(least, value));
}
