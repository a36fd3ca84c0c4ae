import * as auditEvents from "../db/audit-events.ts";
import * as candidateWork from "../db/candidate-work.ts";
import { type Db, db, transaction } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as eraseRows from "../db/erase-rows.ts";
import * as erasures from "../db/erasures.ts";
import type { ModelName, WhereOf } from "../db/models.ts";
import { emitEvent } from "../events/emit-event.ts";
import { logger } from "../logger.ts";
import { addJob } from "../queue/add-job.ts";
import { storage } from "../storage/configured.ts";
import type { ObjectStorage } from "../storage/storage.ts";
import { STORED } from "./inventory/recordings.ts";
import { RENEWED, type Subject, type Table, type Treatment } from "./inventory/treatment.ts";
import { INVENTORY } from "./inventory.ts";

/** Somebody is at it: looked at again so much later. */
const WAIT_MS = 5_000;
/** What was on its way when erasing began has arrived by then, or never does. */
const LOOK_AGAIN_MS = 3_600_000;

/**
 * Removes what is kept about a candidate. Safe to run again, whenever it was killed: files go first, because they are found by ids that
 * stay; all rows go in one transaction with the record of it. Later it looks once more for files that were on their way.
 */
export async function erase(
  { erasureId }: { erasureId: string },
  store: Pick<ObjectStorage, "removeAll"> = storage(),
): Promise<void> {
  const erasure = await erasures.findById(db(), erasureId);
  if (!erasure) return;
  if (await candidateWork.isAnyAt(db(), erasure.candidateId)) return orderAgain(erasureId, WAIT_MS);
  const subject = await subjectOf(erasure);
  const files = await removeFiles(subject, store);
  if (erasure.finishedAt) {
    if (files > 0) logger.info({ erasure_id: erasureId, files }, "removed files that came after erasing");
    return;
  }
  await transaction((tx) => removeRows(tx, erasure, subject, files));
  await removeFiles(subject, store); // of a part that was arriving a moment ago
  await orderAgain(erasureId, LOOK_AGAIN_MS);
}

async function orderAgain(erasureId: string, inMs: number): Promise<void> {
  await transaction(async (tx) => {
    const startAfter = new Date((await databaseNow(tx)).getTime() + inMs);
    await addJob(tx, "privacy.erase", { erasureId }, { startAfter });
  });
}

async function subjectOf(erasure: erasures.ErasureRow): Promise<Subject> {
  const { organizationId, candidateId } = erasure;
  const { particulars, interviews, sessions } = await erasures.findTraces(db(), erasure);
  const { name, email, externalId } = particulars;
  const words = [name, email, externalId, ...interviews.flatMap((each) => [each.candidateName, each.externalId])];
  return {
    organizationId,
    candidateId,
    interviewIds: interviews.map(({ id }) => id),
    sessionIds: sessions.map(({ id }) => id),
    credentials: [...interviews.map(({ token }) => token), ...sessions.map(({ id }) => id)],
    words: erasure.finishedAt ? [] : words.filter((word) => word !== null),
  };
}

async function removeFiles(subject: Subject, store: Pick<ObjectStorage, "removeAll">): Promise<number> {
  let removed = 0;
  for (const { prefixes } of Object.values(STORED)) {
    for (const prefix of prefixes(subject)) removed += await store.removeAll(prefix);
  }
  return removed;
}

async function removeRows(tx: Db, { id }: erasures.ErasureRow, subject: Subject, files: number): Promise<void> {
  if (!(await erasures.holdOpen(tx, id))) return; // another worker was faster
  const { organizationId, candidateId, interviewIds, sessionIds, words } = subject;
  const counts: Record<string, number> = { files };
  counts.jobs = await erasures.removeJobs(tx, { candidateId, interviewIds, sessionIds });
  for (const [model, table] of Object.entries(INVENTORY) as [ModelName, Table<ModelName>][]) {
    if (table.found) counts[model] = await treat(tx, model, table.found(subject), table.columns, subject);
  }
  const subjects = [
    { kind: "candidate", id: String(candidateId) },
    ...interviewIds.map((interview) => ({ kind: "interview", id: interview })),
  ];
  counts.audit_details = await erasures.blankAudit(tx, organizationId, subjects, words);
  await erasures.finish(tx, id, candidateId, counts);
  const system = { organizationId, kind: "system" } as const;
  await auditEvents.append(tx, system, "candidate.erased", {
    kind: "candidate",
    id: String(candidateId),
    detail: { erasure_id: id },
  });
  for (const interviewId of interviewIds) {
    await emitEvent(tx, { organizationId, interviewId, type: "candidate.erased", data: {} });
  }
}

/** @returns how many rows were removed or blanked */
async function treat<M extends ModelName>(
  tx: Db,
  model: M,
  where: WhereOf<M>,
  columns: Record<string, Treatment>,
  subject: Subject,
): Promise<number> {
  const treatments = Object.entries(columns);
  if (treatments.every(([, treatment]) => treatment === "delete")) return eraseRows.remove(tx, model, where);
  const blanks = treatments.flatMap(([column, treatment]) =>
    typeof treatment === "object" && "blank" in treatment ? [{ column, value: treatment.blank }] : [],
  );
  for (const { column } of blanks.filter(({ value }) => value === RENEWED)) {
    await eraseRows.renew(tx, model, where, column);
  }
  const values = blanks.filter(({ value }) => value !== RENEWED);
  if (values.length === 0) return 0;
  const data = Object.fromEntries(values.map(({ column, value }) => [column, filledWith(value, subject)]));
  return eraseRows.overwrite(tx, model, where, data);
}

function filledWith(blank: unknown, subject: Subject): unknown {
  return typeof blank === "function" ? blank(subject) : blank;
}
