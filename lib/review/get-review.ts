import { noteSeen } from "../audit/note-seen.ts";
import * as analysisVersions from "../db/analysis-versions.ts";
import { db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as lateParts from "../db/late-parts.ts";
import * as reviews from "../db/reviews.ts";
import type { Actor } from "../domain/actor.ts";
import { type Doer, LEFT } from "../domain/doer.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";
import { type AskedQuestions, readReviewQuestions } from "./read-review-questions.ts";

type AnalysisRow = NonNullable<reviews.ReviewRow["session"]>["analyses"][number];

/**
 * All analyses of an interview in a line each, what the calls for the latest came to, and, while that one is not
 * completed, the latest that is.
 */
export type Made = {
  versions: analysisVersions.VersionRow[];
  calls: analysisVersions.CallTotals;
  standing: { row: AnalysisRow; calls: analysisVersions.CallTotals } | null;
};

/** What is asked for beside the interview itself. */
export type Beside = {
  lateParts: lateParts.LateParts | null;
  /** What the member or key is called that agreed in the candidate's place. */
  consentBy: Doer | null;
};

/** An interview with what a review of it shows. */
export type Reviewed = { row: reviews.ReviewRow; asked: AskedQuestions; made: Made | null; beside: Beside; now: Date };

/**
 * One interview with its recording, first questions, answers, latest analysis and decisions.
 * @throws AppError `interview_not_found`: absent and not yours look the same; `deletion_requested`
 */
export async function getReview(interviewId: string, actor: Actor): Promise<Reviewed> {
  const row = await open(interviewId, (id) => reviews.find(db(), actor.organizationId, id));
  if (actor.kind === "user") await noteSeen(actor, "review.opened", row.id);
  const [made, beside, now] = await Promise.all([findMade(row, actor), findBeside(row, actor), databaseNow(db())]);
  const [latest] = row.session?.analyses ?? [];
  const scored = latest?.status === "completed" ? latest : (made?.standing?.row ?? null);
  return { row, asked: await readReviewQuestions(row, scored, 0), made, beside, now };
}

/**
 * The questions of a review beyond a position.
 * @throws AppError as `getReview`
 */
export async function getReviewQuestions(
  interviewId: string,
  { organizationId }: Actor,
  after: number,
): Promise<AskedQuestions> {
  const row = await open(interviewId, (id) => reviews.findAsked(db(), organizationId, id));
  const scored = row.session && (await analysisVersions.findStanding(db(), organizationId, row.session.id));
  return readReviewQuestions(row, scored, after);
}

async function open<Row extends { id: string }>(
  interviewId: string,
  find: (id: string) => Promise<Row | null>,
): Promise<Row> {
  const row = isUuid(interviewId) ? await find(interviewId) : null;
  if (!row) throw new AppError("interview_not_found");
  await assertUnrestricted(db(), { interviewId: row.id });
  return row;
}

async function findBeside({ session, consentById }: reviews.ReviewRow, { organizationId }: Actor): Promise<Beside> {
  const [late, names] = await Promise.all([
    session && lateParts.find(db(), session.id),
    consentById === null ? null : analysisVersions.namesOf(db(), organizationId, [consentById]),
  ]);
  return { lateParts: late, consentBy: consentById === null ? null : (names?.get(consentById) ?? LEFT) };
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
