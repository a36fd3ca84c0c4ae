import { type Happened, keyOf } from "../../words/happened.ts";

/**
 * Why there is no file. Trying again would end in the same way unless parts arrive.
 *
 * - `nothing_readable`: no segment can be played
 * - `not_verified`: the file was written but did not open as it should
 * - `limit_reached`: reading took more time or memory than anything of this size does, and was ended
 * - `reader_ended`: whatever read the recording broke down over it, or could not be told what to read
 */
export class JoinError extends Error {
  override readonly name = "JoinError";
  readonly code: (typeof JOIN_ERRORS)[number];
  /** What a person is told of it. */
  readonly told: Happened;
  /** What was being read, where that is known: index in the list of segments given. */
  readonly segment: number | null;

  constructor(told: Happened, segment: number | null = null) {
    super(keyOf(told));
    this.code = codeOf(told);
    this.told = told;
    this.segment = segment;
  }
}

export const JOIN_ERRORS = ["nothing_readable", "not_verified", "limit_reached", "reader_ended"] as const;

function codeOf({ code }: Happened): JoinError["code"] {
  return JOIN_ERRORS.find((known) => code === `recording_${known}`) ?? "nothing_readable";
}

/** Whether something read so badly that its process was ended. */
export function endedReader(error: unknown): error is JoinError {
  return error instanceof JoinError && (error.code === "limit_reached" || error.code === "reader_ended");
}
