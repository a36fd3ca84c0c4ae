// The web process and the pages it has bundled are one process with two copies of this module.
const held = globalThis as { talentflowStatementMs?: number | null };

/**
 * How long a statement of this process may take before the database cancels it; null: as long as it wants. Says it before the first
 * query: connections that are there keep what they were made with.
 */
export function limitStatements(milliseconds: number | null): void {
  held.talentflowStatementMs = milliseconds;
}

/** What `limitStatements` was told last. */
export function statementLimit(): number | null {
  return held.talentflowStatementMs ?? null;
}
