import type { PartRange } from "./part-ranges.ts";

/** Something that is missing in the published file, as it is stored with the recording. */
export type RecordingGap = {
  segment: number;
  missingParts: readonly PartRange[];
  /** Where in the published file. */
  atSeconds: number;
  /** How long it was; null where nothing tells, as at the end of a segment. */
  seconds: number | null;
};

/** A row from before missing parts were ranges. */
export type StoredGap = Omit<RecordingGap, "missingParts"> & { missingParts: readonly (number | PartRange)[] };
