/** For so long after the end of a sitting its candidate may read what was heard, and put it right. */
export const CORRECTABLE_AFTER_END_MS = 30 * 60_000;
