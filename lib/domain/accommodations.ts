/** What an interview grants to somebody who needs it another way. Nobody who judges answers is told of it. */
export type Accommodations = {
  /** So many times as long is given as to others, from 1 to 10. */
  timeFactor: number;
};

export const NO_ACCOMMODATIONS: Accommodations = { timeFactor: 1 };

const LONGEST = 10;

/** @param stored free JSON, as it stands with the interview; what it does not say, or says wrongly, grants nothing */
export function readAccommodations(stored: unknown): Accommodations {
  const { time_factor } = { ...(stored as object | null) } as { time_factor?: unknown };
  if (typeof time_factor !== "number" || Number.isNaN(time_factor)) return NO_ACCOMMODATIONS;
  return { timeFactor: Math.min(LONGEST, Math.max(1, time_factor)) };
}
