/** A file published beside a recording's main one: what was recorded in another way. As it is stored with the recording. */
export type PlaylistFile = {
  /** Its storage key. */
  file: string;
  format: string;
  mimeType: string;
  sizeBytes: number;
  /** Hex. */
  sha256: string;
  /** Where in the main file's time it belongs. */
  startMs: number;
  durationMs: number;
  /** Indexes of the recording's segments. */
  segments: number[];
  /** Where in this file each of them begins, like in the main one. Files from before that was kept do not say. */
  places?: { index: number; startMs: number }[];
};
