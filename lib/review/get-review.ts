import { noteSeen } from "../access/note-seen.ts";
import type { Review } from "../contract/review.ts";
import * as analysisVersions from "../db/analysis-versions.ts";
import { db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as lateParts from "../db/late-parts.ts";
import * as reviews from "../db/reviews.ts";
import { assertUnrestricted } from "../deletion/assert-unrestricted.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { type Beside, type Made, presentReview } from "./present-review.ts";

/**
 * One interview with its recording, questions, answers, latest analysis and decisions.
 * @throws AppError `interview_not_found`: absent and not yours look the same; `deletion_requested`
 */
export async function getReview(interviewId: string, actor: Actor): Promise<Review> {
  const row = isUuid(interviewId) ? await reviews.find(db(), actor.organizationId, interviewId) : null;
  if (!row) throw new AppError("interview_not_found", "There is no such interview.");
  await assertUnrestricted(db(), { interviewId: row.id });
  if (actor.kind === "user") await noteSeen(actor, "review.opened", row.id);
  const [made, beside, now] = await Promise.all([findMade(row, actor), findBeside(row, actor), databaseNow(db())]);
  return presentReview(row, made, beside, now);
}

async function findBeside({ session, consentById }: reviews.ReviewRow, { organizationId }: Actor): Promise<Beside> {
  const [late, names] = await Promise.all([
    session && lateParts.find(db(), session.id),
    consentById === null ? null : analysisVersions.namesOf(db(), organizationId, [consentById]),
  ]);
  return { lateParts: late, consentBy: consentById && (names?.get(consentById) ?? "a member") };
}

async function findMade({ session }: reviews.ReviewRow, { organizationId }: Actor): Promise<Made | null> {
  const [latest] = session?.analyses ?? [];
  if (!latest) return null;
  const callsOf = ({ runId }: { runId: string }) => analysisVersions.sumCalls(db(), organizationId, runId);
  const [versions, calls, standing] = await Promise.all([
    analysisVersions.list(db(), organizationId, latest.sessionId),
    callsOf(latest),
    latest.status === "completed" ? null : analysisVersions.findStanding(db(), organizationId, latest.sessionId),
  ]);
  return { versions, calls, standing: standing && { row: standing, calls: await callsOf(standing) } };
}
