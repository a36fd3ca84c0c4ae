/*
 * Corrections that are not saved yet, and what was found right: kept by this tab, for its reload, and gone with it. The next person at a
 * shared computer finds none.
 */

/** `text`: as it is being put right; null: it was right as it was heard. */
export type CorrectionDraft = { text: string | null };

const keyOf = (answerId: string) => `talentflow.correction.${answerId}`;

export function readCorrection(answerId: string): CorrectionDraft | null {
  return (
    guarded(() => {
      const kept = JSON.parse(sessionStorage.getItem(keyOf(answerId)) ?? "null");
      return kept !== null && (kept.text === null || typeof kept.text === "string") ? { text: kept.text } : null;
    }) ?? null
  );
}

/** @param draft null: there is nothing more to keep */
export function keepCorrection(answerId: string, draft: CorrectionDraft | null): void {
  guarded(() => {
    if (draft) sessionStorage.setItem(keyOf(answerId), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(answerId));
  });
}

/** Browsers may forbid storage, or it may be full. A draft is a comfort, so then there is none. */
function guarded<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
