import type { CandidateRow, NewCandidate } from "../db/candidates.ts";

/** On the wire, as the record of changes names them: the values themselves stay out of it, but for a name that was. */
const NAMES = { name: "name", email: "email", externalId: "external_id" } as const;

/** What the record keeps of a change: the fields, and the name that was, by which the candidate may still be asked for. */
export function changeDetail(row: CandidateRow, fields: string[]): { fields: string[]; name_before?: string } {
  return fields.includes("name") ? { fields, name_before: row.name } : { fields };
}

/** Which fields would change. */
export function changedFields(row: CandidateRow, changes: Partial<NewCandidate>): string[] {
  return (Object.keys(NAMES) as (keyof typeof NAMES)[])
    .filter((field) => changes[field] !== undefined && changes[field] !== row[field])
    .map((field) => NAMES[field]);
}
