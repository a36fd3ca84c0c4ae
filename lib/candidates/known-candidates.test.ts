import { expect, test } from "vitest";
import type { CandidateRow } from "../db/candidates.ts";
import { KnownCandidates } from "./known-candidates.ts";

const row = (id: number, externalId: string | null): CandidateRow => ({
  id,
  name: `Candidate ${id}`,
  email: `${id}@example.com`,
  externalId,
  createdAt: new Date(0),
  deletionRequestedAt: null,
  erasingSince: null,
});
const conflict = expect.objectContaining({ code: "candidate_conflict" });

test("who is met twice in one request is one person", () => {
  const known = new KnownCandidates([]);
  const first = known.meet({ name: "Ada", email: "ada@example.com", externalId: null });
  const second = known.meet({ name: "Ada King", email: "ada@example.com", externalId: "a" });
  expect(second).toBe(first);
  expect(known.findByExternalId("a")).toBe(first);
  expect(known.toWrite()).toEqual([
    expect.objectContaining({ name: "Ada", email: "ada@example.com", externalId: "a", row: null }),
  ]);
});

test("who is there as they come again is not written", () => {
  const known = new KnownCandidates([row(1, "one"), row(2, null)]);
  known.meet({ name: "Candidate 1", email: "1@example.com", externalId: "one" });
  known.meet({ name: "Candidate 2", email: "2@example.com", externalId: null });
  expect(known.toWrite()).toEqual([]);
  const met = known.meet({ name: "Somebody", email: "1@example.com", externalId: null });
  expect(met.name).toBe("Candidate 1");
  expect(known.toWrite()).toEqual([]);
  known.rename(met, "Somebody");
  expect(known.toWrite()).toEqual([met]);
  expect(met).toMatchObject({ externalId: "one", row: { id: 1 } });
});

test.each([
  ["another's address", { email: "2@example.com", externalId: "one" }],
  ["a new address", { email: "new@example.com", externalId: "one" }],
  ["another external id", { email: "1@example.com", externalId: "other" }],
])("a known candidate with %s is a conflict, and stays as they were", (_, wrong) => {
  const known = new KnownCandidates([row(1, "one"), row(2, null)]);
  expect(() => known.meet({ name: "Ada", ...wrong })).toThrow(conflict);
  expect(known.toWrite()).toEqual([]);
  expect(known.findById(1)).toMatchObject({ name: "Candidate 1", externalId: "one" });
});
