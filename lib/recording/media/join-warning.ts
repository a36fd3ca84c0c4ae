import { type EventKey, event, type Happened } from "../../words/happened.ts";

/** Something that is not in the file although it should be. The parts stay where they are, so a later version can do better. */
export type JoinWarning = {
  /** Index in the list of segments given. */
  segment: number;
  code: WarningCode;
  /** What a person is told of it. */
  told: Happened;
};

/**
 * - `unreadable`: nothing of the segment can be played; its beginning is missing or damaged
 * - `piece_unreadable`: the recorder was begun anew within it, and what it left one of the times can't be played
 * - `part_missing`: it is in the file except for missing parts and what can't be read without them
 * - `cut_short`: it is in the file up to where its bytes become unreadable or end too early
 * - `jump`: there is time in it of which nothing can be read
 * - `incompatible`: codec, frame size, turn of the picture or sound format differ from the rest of the recording: it is in a side file
 * - `limit_reached`, `reader_ended`: a process had to be ended over it
 * - `picture_changes`: its size or the like, in parameter sets of H.264 or H.265: it is all in the file, and players differ in what they
 *   make of it
 * - `…_described_again`: an MP4 with several sample descriptions
 */
export type WarningCode = {
  [Key in EventKey]: Key extends `segment_${string}:${string}`
    ? never
    : Key extends `segment_${infer Code}`
      ? Code
      : never;
}[EventKey];

/** Those that need no more than the segment. */
type PlainCode = Exclude<WarningCode, "part_missing" | "jump">;

export function warn(code: PlainCode, segment: number): JoinWarning {
  return { segment, code, told: event(`segment_${code}`, { segment }) };
}

/** @param missing how many parts, where in the file and how long that is */
export function warnOfGap(
  segment: number,
  missing: { parts: number; seconds: number; atSeconds: number },
): JoinWarning {
  const { parts, seconds, atSeconds } = missing;
  const told = event("segment_part_missing", { segment, parts, seconds: toTenths(seconds), at: toTenths(atSeconds) });
  return { segment, code: "part_missing", told };
}

export function warnOfJump(
  segment: number,
  { seconds, atSeconds }: { seconds: number; atSeconds: number },
): JoinWarning {
  const told = event("segment_jump", { segment, seconds: toTenths(seconds), at: toTenths(atSeconds) });
  return { segment, code: "jump", told };
}

/** As it is told: the same finding must not be another one by its last digit. */
function toTenths(seconds: number): number {
  return Number(seconds.toFixed(1));
}
