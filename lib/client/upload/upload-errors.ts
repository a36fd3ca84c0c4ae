import { ClientError } from "../fetch-json.ts";
import { isPassing } from "../retry.ts";

/** The server will never take what is pending; `drain()` and `openSegment()` reject with it. */
export class UploadStopped extends Error {
  override readonly name = "UploadStopped";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * What a failed attempt means:
 * - `again`: the network, a busy or full server, a disk that did not answer, or bytes damaged on the way; the same request may succeed.
 * - `kept`: another version of this part was there first and stays; sending this one again changes nothing.
 * - `over`: the session is gone or ended, or the server refuses the request for what it is.
 */
export function judgeFailure(error: unknown): "again" | "kept" | "over" {
  if (isPassing(error) || error instanceof DOMException) return "again"; // the latter: from the browser's storage
  if (!(error instanceof ClientError)) return "over";
  if (error.code === "part_conflict") return "kept";
  return error.code === "part_mismatch" || error.code === "unexpected_answer" ? "again" : "over";
}
