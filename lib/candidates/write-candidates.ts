import * as auditEvents from "../db/audit-events.ts";
import * as candidates from "../db/candidates.ts";
import type { Db } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import { changeDetail, changedFields } from "./changed-fields.ts";
import type { KnownCandidates, Planned } from "./known-candidates.ts";

/** Writes whoever is new or changed; from then on each planned candidate has its row. Call it under `lockNames`. */
export async function writeCandidates(tx: Db, known: KnownCandidates, actor: Actor): Promise<void> {
  const planned = known.toWrite();
  await insertNew(
    tx,
    planned.filter(({ row }) => row === null),
    actor,
  );
  for (const candidate of planned) await writeChanges(tx, candidate, actor);
}

async function insertNew(tx: Db, planned: Planned[], actor: Actor): Promise<void> {
  if (planned.length === 0) return;
  const rows = await candidates.insertAll(
    tx,
    actor.organizationId,
    planned.map(({ name, email, externalId }) => ({ name, email, externalId })),
  );
  const byEmail = new Map(rows.map((row) => [row.email, row]));
  for (const candidate of planned) candidate.row = byEmail.get(candidate.email) ?? null;
  const subjects = rows.map(({ id }) => ({ kind: "candidate", id: String(id) }));
  await auditEvents.appendAll(tx, actor, "candidate.created", subjects);
}

async function writeChanges(tx: Db, candidate: Planned, actor: Actor): Promise<void> {
  if (!candidate.row) return;
  const { name, externalId } = candidate;
  const fields = changedFields(candidate.row, { name, externalId });
  if (fields.length === 0) return;
  const { id } = candidate.row;
  const detail = changeDetail(candidate.row, fields);
  candidate.row = await candidates.update(tx, actor.organizationId, id, { name, externalId });
  await auditEvents.append(tx, actor, "candidate.changed", { kind: "candidate", id: String(id), detail });
}
