import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { versionOf, versionWith } from "./interview-version.ts";

/** What somebody asks about: any of these leads to one candidate. */
export type Concerned =
  | { candidateId: number }
  | { interviewId: string }
  | { sessionId: string }
  | { analysisId: string }
  | { recordingFile: string };

export type StandingRequest = {
  candidateId: number;
  requestedAt: Date;
  /** Null: it is to be answered yet. */
  erasingSince: Date | null;
};

/** A candidate, and whether they ask for deletion. */
type Whom = Omit<StandingRequest, "requestedAt"> & { requestedAt: Date | null };

/**
 * The request for deletion that stands for whom this is about; null when none does.
 * @param hold none can come, and none can end, before this transaction does: what it writes is on one side of the request
 */
export async function findStanding(db: Db, about: Concerned, hold = false): Promise<StandingRequest | null> {
  const candidate = await findWhom(db, about, hold);
  return candidate?.requestedAt ? { ...candidate, requestedAt: candidate.requestedAt } : null;
}

/** Whom this is about; null: nobody is left. @param hold as `findStanding` */
export async function findWhom(db: Db, about: Concerned, hold = false): Promise<Whom | null> {
  const [candidate] = await db.$queryRaw<Whom[]>`
    SELECT id AS "candidateId", deletion_requested_at AS "requestedAt", erasing_since AS "erasingSince"
    FROM candidates WHERE id = ${whose(about)}
    ${hold ? Prisma.sql`FOR SHARE` : Prisma.empty}`;
  return candidate ?? null;
}

function whose(about: Concerned): Prisma.Sql {
  if ("candidateId" in about) return Prisma.sql`${about.candidateId}`;
  if ("interviewId" in about) {
    return Prisma.sql`(SELECT candidate_id FROM interviews WHERE id = ${about.interviewId}::uuid)`;
  }
  if ("sessionId" in about) return Prisma.sql`(SELECT candidate_id FROM sessions WHERE id = ${about.sessionId}::uuid)`;
  if ("analysisId" in about) {
    return Prisma.sql`(SELECT candidate_id FROM sessions JOIN analyses a ON a.session_id = sessions.id
      WHERE a.id = ${about.analysisId}::uuid)`;
  }
  const { recordingFile } = about;
  return Prisma.sql`(SELECT candidate_id FROM sessions JOIN recordings r ON r.session_id = sessions.id
    WHERE r.file = ${recordingFile} OR r.playlist @> ${JSON.stringify([{ file: recordingFile }])}::jsonb LIMIT 1)`;
}

/**
 * Keeps that a candidate asks for what is kept about them to be deleted, and when, by the database's clock.
 * @returns when, or null where a request stands already
 */
export async function add(
  tx: Db,
  { organizationId, candidateId, interviewId }: { organizationId: string; candidateId: number; interviewId: string },
): Promise<Date | null> {
  const [asked] = await tx.$queryRaw<{ at: Date }[]>`
    UPDATE candidates SET deletion_requested_at = now()
    WHERE id = ${candidateId} AND organization_id = ${organizationId}::uuid AND deletion_requested_at IS NULL
    RETURNING deletion_requested_at AS at`;
  if (!asked) return null;
  await tx.deletionRequest.create({ data: { candidateId, interviewId, requestedAt: asked.at } });
  return asked.at;
}

export type Ending = { outcome: "kept" | "withdrawn"; endedById?: string | undefined; reason?: string | undefined };

/**
 * Ends the request that stands: the candidate's interviews are as they were.
 * @returns whether one stood
 */
export async function end(tx: Db, candidateId: number, { outcome, endedById, reason }: Ending): Promise<boolean> {
  const { count } = await tx.candidate.updateMany({
    where: { id: candidateId, deletionRequestedAt: { not: null }, erasingSince: null },
    data: { deletionRequestedAt: null },
  });
  if (count === 0) return false;
  await tx.$executeRaw`
    UPDATE deletion_requests
    SET ended_at = now(), outcome = ${outcome}, ended_by_id = ${endedById ?? null}::uuid, reason = ${reason ?? null}
    WHERE candidate_id = ${candidateId} AND ended_at IS NULL`;
  return true;
}

const LATEST = { orderBy: [{ requestedAt: "desc" }, { id: "desc" }] } satisfies Prisma.DeletionRequestFindManyArgs;

export type RequestRow = Prisma.DeletionRequestGetPayload<object>;

/** What a candidate last asked for and what came of it; null when they never did. */
export function findLatest(db: Db, candidateId: number): Promise<RequestRow | null> {
  return db.deletionRequest.findFirst({ where: { candidateId }, ...LATEST });
}

/** What may have been put off while a request stood. */
export type PutOff = {
  /** Sessions whose recording is still to be made. */
  recordings: string[];
  /** Analyses that are still to be run. */
  analyses: string[];
  /** Spoken answers that are still to be written down. */
  transcriptions: { sessionId: string; answerId: string }[];
  /** Finished sessions, of which later sound may not have been listened to. */
  finished: string[];
};

export async function findPutOff(db: Db, candidateId: number): Promise<PutOff> {
  const underWay = { in: ["pending", "processing"] } satisfies Prisma.EnumJobStatusFilter;
  const sessions = await db.session.findMany({
    where: { candidateId, OR: [{ status: "completed" }, { provisionalAt: { not: null } }] },
    select: { id: true, status: true, recording: { select: { status: true, processingStatus: true } } },
  });
  const analyses = await db.analysis.findMany({
    where: { session: { candidateId }, status: underWay },
    select: { id: true },
  });
  const transcriptions = await db.transcriptionTask.findMany({
    where: { session: { candidateId }, state: { in: ["queued", "running"] } },
    orderBy: { queuedAt: "asc" },
    select: { sessionId: true, answerId: true },
  });
  const unmade = sessions.filter(({ recording }) => recording && isUnmade(recording));
  return {
    recordings: unmade.map(({ id }) => id),
    transcriptions,
    analyses: analyses.map(({ id }) => id),
    finished: sessions.filter(({ status }) => status === "completed").map(({ id }) => id),
  };
}

function isUnmade({ status, processingStatus }: { status: string; processingStatus: string }): boolean {
  return status !== "not_started" && (processingStatus === "pending" || processingStatus === "processing");
}

/** How much is stored about one interview, to answer a request by: numbers, nothing that was said. */
export async function countStored(db: Db, organizationId: string, interviewId: string) {
  const found = await db.interview.findFirst({
    where: { id: interviewId, organizationId },
    select: {
      id: true,
      createdAt: true,
      candidate: { select: { id: true, name: true, email: true, erasingSince: true, erasedAt: true } },
      ...versionWith({ select: { roleTitle: true } }),
      session: {
        select: {
          publicId: true,
          startedAt: true,
          endedAt: true,
          recording: { select: { durationSeconds: true, sizeBytes: true } },
          _count: { select: { questions: true, answers: true, analyses: true, decisions: true } },
        },
      },
      _count: { select: { shareLinks: { where: { revokedAt: null } } } },
    },
  });
  return found && { ...found, version: versionOf(found) };
}
export type StoredCounts = NonNullable<Awaited<ReturnType<typeof countStored>>>;
