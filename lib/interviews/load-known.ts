import { KnownCandidates } from "../candidates/known-candidates.ts";
import * as candidates from "../db/candidates.ts";
import type { Db } from "../db/client.ts";
import * as newInterviews from "../db/new-interviews.ts";
import * as templates from "../db/templates.ts";
import { OpenInvitations } from "./open-invitations.ts";
import type { WantedInterview } from "./wanted-interview.ts";

/** All that rows of a request refer to and that is there already: four queries, however many rows. */
export type Known = {
  candidates: KnownCandidates;
  templates: templates.NamedTemplate[];
  /** External ids of interviews. */
  taken: Set<string>;
  open: OpenInvitations;
};

export async function loadKnown(tx: Db, organizationId: string, wanted: readonly WantedInterview[]): Promise<Known> {
  const people = wanted.map(({ candidate }) => candidate);
  const rows = await candidates.findKnown(tx, organizationId, {
    ids: people.flatMap((person) => ("id" in person ? [person.id] : [])),
    emails: people.flatMap((person) => ("email" in person ? [person.email] : [])),
    externalIds: people.flatMap((person) => ("externalId" in person && person.externalId ? [person.externalId] : [])),
  });
  const known = new KnownCandidates(rows);
  const named = wanted.map(({ template }) => template);
  return {
    candidates: known,
    open: await loadOpen(tx, known, rows),
    templates: await templates.findNamed(tx, organizationId, {
      ids: named.flatMap((template) => ("id" in template ? [template.id] : [])),
      names: named.flatMap((template) => ("name" in template ? [template.name] : [])),
      externalIds: named.flatMap((template) => ("externalId" in template ? [template.externalId] : [])),
    }),
    taken: await newInterviews.takenExternalIds(
      tx,
      organizationId,
      wanted.flatMap(({ externalId }) => externalId ?? []),
    ),
  };
}

async function loadOpen(
  tx: Db,
  known: KnownCandidates,
  rows: readonly candidates.CandidateRow[],
): Promise<OpenInvitations> {
  const open = new OpenInvitations();
  const ids = rows.map(({ id }) => id);
  for (const { id, candidateId, templateId } of await newInterviews.listOpen(tx, ids)) {
    const candidate = known.findById(candidateId);
    if (candidate) open.add(candidate, templateId, id);
  }
  return open;
}
