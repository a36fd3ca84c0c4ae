import type { Container } from "./container.ts";

/**
 * Storage key of one uploaded part. It names its content, so two different bodies for one number never overwrite each other, and the
 * same body twice is stored once.
 *
 * @param sha256 lower-case hex
 */
export function partKey(sessionId: string, segmentIndex: number, seq: number, sha256: string): string {
  return `parts/${sessionId}/${segmentIndex}/${seq}-${sha256}`;
}

const PART_KEY = /^parts\/([0-9a-f-]{36})\/(\d{1,6})\/(\d{1,6})-([0-9a-f]{64})$/;

/** What a part's storage key says of it; null for what is none. */
export function parsePartKey(key: string) {
  const [, sessionId = "", segmentIndex, seq, sha256 = ""] = PART_KEY.exec(key) ?? [];
  return sha256 === "" ? null : { sessionId, segmentIndex: Number(segmentIndex), seq: Number(seq), sha256 };
}

/**
 * Storage key of the published file, in the contract's form: `recordings/interview_session_123_1234567890.webm`.
 *
 * @param epochSeconds when the session began, in whole seconds since 1970
 */
export function recordingKey(candidateId: number, epochSeconds: number, container: Container): string {
  return `recordings/interview_session_${candidateId}_${Math.floor(epochSeconds)}.${container}`;
}

/** Storage key of a file beside the main one: `recordings/interview_session_123_1234567890-2.mp4`. */
export function sideFileKey(mainKey: string, number: number, container: Container | "ogg"): string {
  return `${mainKey.slice(0, mainKey.lastIndexOf("."))}-${number}.${container}`;
}

/** Storage key of the MP4 made of a published file. */
export function mp4Key(key: string): string {
  return `${key}.mp4`;
}

/** Storage key of an empty file: there can be no MP4 of this published file. */
export function noMp4Key(key: string): string {
  return `${key}.no-mp4`;
}
