/*
 * What is being written survives a reload of this tab, and nothing longer: session storage goes with the tab, so that
 * the next person at a shared computer finds nothing.
 */

/** What the speech recognition heard stands beside what the candidate made of it. */
const heardKeyOf = (sessionId: string, questionId: string) => `${keyOf(sessionId, questionId)}.heard`;
const keyOf = (sessionId: string, questionId: string) => `talentflow.draft.${sessionId}.${questionId}`;

export function readDraft(sessionId: string, questionId: string): string {
  return guarded(() => sessionStorage.getItem(keyOf(sessionId, questionId))) ?? "";
}

export function writeDraft(sessionId: string, questionId: string, text: string): void {
  guarded(() => sessionStorage.setItem(keyOf(sessionId, questionId), text));
}

export function readHeard(sessionId: string, questionId: string): string {
  return guarded(() => sessionStorage.getItem(heardKeyOf(sessionId, questionId))) ?? "";
}

export function writeHeard(sessionId: string, questionId: string, heard: string): void {
  guarded(() => sessionStorage.setItem(heardKeyOf(sessionId, questionId), heard));
}

export function forgetDraft(sessionId: string, questionId: string): void {
  guarded(() => sessionStorage.removeItem(keyOf(sessionId, questionId)));
  guarded(() => sessionStorage.removeItem(heardKeyOf(sessionId, questionId)));
}

/** Browsers may forbid storage, or it may be full. A draft is a comfort, so then there is none. */
function guarded<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
