import { writeCandidates } from "../candidates/write-candidates.ts";
import * as auditEvents from "../db/audit-events.ts";
import { type Db, transaction } from "../db/client.ts";
import { lockNames } from "../db/names.ts";
import * as newInterviews from "../db/new-interviews.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { loadKnown } from "./load-known.ts";
import { type PlannedInterview, planInterview } from "./plan-interview.ts";
import { readWanted, type WantedInterview } from "./wanted-interview.ts";

/** What became of a row: the interview that it makes, or why it makes none. */
export type RowOutcome = PlannedInterview | AppError;

/**
 * Invites many at once, each row judged by itself: a bad one stops no other. The number of queries does not grow with the rows.
 * @param rows as the wire has them, unchecked
 * @param dryRun tells the same and writes nothing
 * @returns what became of each row, in their order
 */
export function createInterviews(
  rows: readonly unknown[],
  { dryRun }: { dryRun: boolean },
  actor: Actor,
): Promise<RowOutcome[]> {
  const wanted = rows.map((row) => orRefusal(() => readWanted(row)));
  return transaction((tx) => addInterviews(tx, wanted, actor, { dryRun }));
}

/**
 * Invites one.
 * @throws AppError `invalid_fields`, `template_not_found`, `candidate_not_found`, `candidate_conflict`, `external_id_taken`,
 * `already_invited`, `name_differs`
 */
export function createInterview(wanted: WantedInterview, actor: Actor): Promise<PlannedInterview> {
  return transaction((tx) => addInterview(tx, wanted, actor));
}

/** The same within a transaction that does more. */
export async function addInterview(tx: Db, wanted: WantedInterview, actor: Actor): Promise<PlannedInterview> {
  const [outcome] = await addInterviews(tx, [wanted], actor, { dryRun: false });
  if (!outcome || outcome instanceof AppError) throw outcome ?? new Error("a row became nothing");
  return outcome;
}

async function addInterviews(
  tx: Db,
  rows: readonly (WantedInterview | AppError)[],
  actor: Actor,
  { dryRun }: { dryRun: boolean },
): Promise<RowOutcome[]> {
  const { organizationId } = actor;
  const wanted = rows.filter((row): row is WantedInterview => !(row instanceof AppError));
  if (!dryRun) await lockNames(tx, organizationId);
  const known = await loadKnown(tx, organizationId, wanted);
  const outcomes = rows.map((row) => (row instanceof AppError ? row : orRefusal(() => planInterview(row, known))));
  const planned = outcomes.filter((outcome): outcome is PlannedInterview => !(outcome instanceof AppError));
  if (dryRun || planned.length === 0) return outcomes;
  await writeCandidates(tx, known.candidates, actor);
  await newInterviews.insertAll(tx, organizationId, planned.map(toRow));
  const subjects = planned.map(({ id }) => ({ kind: "interview", id }));
  await auditEvents.appendAll(tx, actor, "invitation.created", subjects);
  return outcomes;
}

function toRow({
  id,
  token,
  candidate,
  sentName,
  templateId,
  externalId,
  expiresAt,
}: PlannedInterview): newInterviews.NewInterview {
  if (!candidate.row) throw new Error("an interview was planned for nobody");
  return { id, token, candidateId: candidate.row.id, candidateName: sentName, templateId, externalId, expiresAt };
}

function orRefusal<T>(judge: () => T): T | AppError {
  try {
    return judge();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
