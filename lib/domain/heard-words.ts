/** For so long after the end of a sitting its candidate may read what was heard, and put it right. */
export const CORRECTABLE_AFTER_END_MS = 30 * 60_000;

export function isCorrectable(endedAt: Date, now: Date): boolean {
  return now.getTime() <= endedAt.getTime() + CORRECTABLE_AFTER_END_MS;
}
