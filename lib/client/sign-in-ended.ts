/*
 * Whoever works in our pages may be signed out meanwhile: in another window, or by time. Any request may be the first to learn it;
 * the pages around it are told here, so that no form needs words of its own for it.
 */

/** `byWrite`: somebody wanted to send something; else a page only looked whether something is new. */
type Listener = (byWrite: boolean) => void;

const listeners = new Set<Listener>();

/** @returns what ends the listening */
export function onSignInEnded(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** @returns whether anybody listens: on pages that nobody signs in for nobody does */
export function tellSignInEnded(byWrite: boolean): boolean {
  for (const listener of listeners) listener(byWrite);
  return listeners.size > 0;
}
