import type { CandidateRow, NewCandidate } from "../db/candidates.ts";

/** On the wire, as the record of changes names them: the values themselves stay out of it. */
const NAMES = { name: "name", email: "email", externalId: "external_id" } as const;

/** Which fields would change. */
export function changedFields(row: CandidateRow, changes: Partial<NewCandidate>): string[] {
  return (Object.keys(NAMES) as (keyof typeof NAMES)[])
    .filter((field) => changes[field] !== undefined && changes[field] !== row[field])
    .map((field) => NAMES[field]);
}
