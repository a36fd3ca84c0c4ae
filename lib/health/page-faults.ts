import { type DatabaseFault, databaseFault } from "../db/fault.ts";

// The web process and the pages it has bundled are one process with two copies of this module.
const held = globalThis as { talentflowPageFaults?: Map<string, DatabaseFault | null> };

/** The requests under way, each with why the database kept its page from being drawn. */
function underWay(): Map<string, DatabaseFault | null> {
  held.talentflowPageFaults ??= new Map();
  return held.talentflowPageFaults;
}

/** From now on what goes wrong with this request's page is kept, until `forget` is called. */
export function watchPage(requestId: string): { fault: () => DatabaseFault | null; forget: () => void } {
  underWay().set(requestId, null);
  return {
    fault: () => underWay().get(requestId) ?? null,
    forget: () => {
      underWay().delete(requestId);
    },
  };
}

/** Keeps that a page could not be drawn, where the database is why. */
export function notePageError(requestId: string, error: unknown): void {
  const fault = databaseFault(error);
  if (fault && underWay().has(requestId)) underWay().set(requestId, fault);
}
