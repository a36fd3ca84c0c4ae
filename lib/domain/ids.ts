const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Ids are opaque to clients: one that is no UUID simply belongs to nothing, and must not reach a UUID column. */
export function isUuid(value: string): boolean {
  return UUID.test(value);
}

/** A UUID, or null for what is none. */
export function parseUuid(value: string): string | null {
  return isUuid(value) ? value : null;
}

/** PostgreSQL's integer ends at 2³¹−1. */
export const MAX_CANDIDATE_ID = 2_147_483_647;

/** A candidate's number from an address, or null when no candidate can have it. */
export function parseCandidateId(value: string): number | null {
  const id = /^[1-9]\d{0,9}$/.test(value) ? Number(value) : Number.NaN;
  return id <= MAX_CANDIDATE_ID ? id : null;
}
