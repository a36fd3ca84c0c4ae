/** The status words are the contract's. Each status moves by its table here, and by compare-and-set in the database. */

export const RECORDING_STATUSES = ["not_started", "recording", "completed", "failed"] as const;
export type RecordingStatus = (typeof RECORDING_STATUSES)[number];

/** Of an analysis, and of what is made of a recording. */
export const JOB_STATUSES = ["pending", "processing", "completed", "failed"] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** What is recommended, and what is decided. */
export const FINAL_STATUSES = ["passed", "failed", "needs_review"] as const;
export type FinalStatus = (typeof FINAL_STATUSES)[number];

export const SESSION_STATUSES = ["active", "completed"] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export const NEXT_SESSION = { active: ["completed"], completed: [] } as const satisfies Table<SessionStatus>;

/** A completed recording goes back to `recording` when a late part arrives. */
export const NEXT_RECORDING = {
  not_started: ["recording"],
  recording: ["completed", "failed"],
  completed: ["recording"],
  failed: ["recording", "completed"],
} as const satisfies Table<RecordingStatus>;

/** `processing → processing` is work taken up again after its worker died, `completed → pending` work with new material. */
export const NEXT_JOB = {
  pending: ["processing"],
  processing: ["processing", "completed", "failed"],
  completed: ["pending"],
  failed: ["processing", "pending"],
} as const satisfies Table<JobStatus>;

type Table<S extends string> = Record<S, readonly S[]>;

/** The statuses from which `to` may be reached: what a compare-and-set compares with. */
export function sourcesOf<S extends string>(table: Table<S>, to: S): S[] {
  return (Object.keys(table) as S[]).filter((from) => table[from].includes(to));
}
