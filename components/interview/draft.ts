/*
 * What is being written survives a reload of this tab, and nothing longer: session storage goes with the tab, so that
 * the next person at a shared computer finds nothing.
 */

const keyOf = (sessionId: string, questionId: string) => `talentflow.draft.${sessionId}.${questionId}`;

export function readDraft(sessionId: string, questionId: string): string {
  return guarded(() => sessionStorage.getItem(keyOf(sessionId, questionId))) ?? "";
}

export function writeDraft(sessionId: string, questionId: string, text: string): void {
  guarded(() => sessionStorage.setItem(keyOf(sessionId, questionId), text));
}

export function forgetDraft(sessionId: string, questionId: string): void {
  guarded(() => sessionStorage.removeItem(keyOf(sessionId, questionId)));
}

/** Browsers may forbid storage, or it may be full. A draft is a comfort, so then there is none. */
function guarded<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
