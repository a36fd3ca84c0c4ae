import type { NetworkQuality, NetworkTally } from "../domain/network-quality.ts";
import { SIGN_OF_LIFE_EVERY_MS } from "../domain/presence.ts";
import type { SessionQuota } from "../domain/session-quota.ts";
import { NEXT_SESSION, sourcesOf } from "../domain/status.ts";
import type { Db } from "./client.ts";
import { databaseNow } from "./clock.ts";
import type { Prisma } from "./generated/client.ts";

/**
 * A session by either of its ids, for reading: the public one, and the one that writes, which its own program and receivers of
 * earlier times hold. Nothing is ever written by this.
 */
export function named(id: string) {
  return { OR: [{ publicId: id }, { id }] };
}

export type NewSession = {
  organizationId: string;
  interviewId: string;
  candidateId: number;
  recordingConfig: Prisma.InputJsonObject;
  browserInfo: string | null;
  avatar: string;
  avatarSettings: Prisma.InputJsonValue;
  metadata: Prisma.InputJsonObject;
  /** On what it rests. */
  consentBasis: "consent" | "key" | "link_unopened";
  metadataBytes: number;
  quota: SessionQuota;
};

/** The session of an invitation, made if it is not there: two starts at the same moment make one. */
export async function createOnce(db: Db, session: NewSession) {
  const { count } = await db.session.createMany({ data: session, skipDuplicates: true });
  const stored = await db.session.findUniqueOrThrow({ where: { interviewId: session.interviewId } });
  return { session: stored, created: count === 1 };
}

/** A session with the invitation that it lives by, or null. */
export function findWithInvitation(db: Db, id: string) {
  return db.session.findUnique({
    where: { id },
    include: {
      interview: { select: { expiresAt: true, revokedAt: true } },
      candidate: { select: { erasingSince: true } },
      recording: { select: { status: true } },
    },
  });
}

export async function getStatus(db: Db, id: string) {
  return (await db.session.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;
}

/** What a page's sign of life changes. */
export type SignOfLife = {
  clientKey: string;
  at: Date;
  network?: NetworkTally;
  networkQuality?: NetworkQuality | null;
};

/**
 * The page that holds the session says that it is still there.
 * @returns its epoch, or null when another page holds the session or it has ended
 */
export async function renewClaim(db: Db, id: string, sign: SignOfLife): Promise<number | null> {
  const [renewed] = await db.session.updateManyAndReturn({
    where: { id, status: "active", holder: sign.clientKey },
    data: seen(sign),
    select: { epoch: true },
  });
  return renewed?.epoch ?? null;
}

/**
 * Gives the session to a page, by compare-and-set: of two pages that want it at once, one gets it.
 * @param silentSince a holder that was last seen before this moment has let go; null takes it from any holder
 * @param mostClaims how often it may be taken
 * @returns the new epoch, or null when another page holds the session, or it has ended or was taken as often as may be
 */
export async function takeClaim(
  db: Db,
  id: string,
  sign: SignOfLife,
  silentSince: Date | null,
  mostClaims: number,
): Promise<number | null> {
  const free = { OR: [{ holder: null }, { holderSeenAt: null }, { holderSeenAt: { lt: silentSince ?? sign.at } }] };
  const [taken] = await db.session.updateManyAndReturn({
    where: { id, status: "active", epoch: { lt: mostClaims }, ...(silentSince && free) },
    data: { ...seen(sign), holder: sign.clientKey, epoch: { increment: 1 } },
    select: { epoch: true },
  });
  return taken?.epoch ?? null;
}

/** The page that holds the session goes away. It stays the holder, in case it comes back before another one comes. */
export async function letGoOfClaim(db: Db, id: string, clientKey: string): Promise<void> {
  await db.session.updateMany({ where: { id, holder: clientKey }, data: { holderSeenAt: null } });
}

function seen({ at, network, networkQuality }: SignOfLife) {
  return { holderSeenAt: at, lastSeenAt: at, ...(network && { network }), ...(networkQuality && { networkQuality }) };
}

/** Keeps when something last came from the candidate. Coarse: who was seen lately (`seenLately` of a part's place) needs no write. */
export async function touch(db: Db, id: string): Promise<void> {
  await db.$executeRaw`
    UPDATE sessions SET last_seen_at = now()
    WHERE id = ${id}::uuid AND last_seen_at < now() - ${SIGN_OF_LIFE_EVERY_MS} * interval '1 millisecond'`;
}

type Silence = { silentSince: Date; overSince: Date; limit: number };

/**
 * Active sessions that have been silent since a moment and that something is to be done about: their invitation was over
 * before `overSince`, or what has come before this silence was not processed yet. Longest silence first.
 */
export function listSilent(db: Db, { silentSince, overSince, limit }: Silence) {
  return db.session.findMany({
    where: {
      status: "active",
      lastSeenAt: { lte: silentSince },
      OR: [
        { provisionalAt: null },
        { provisionalAt: { lt: db.session.fields.lastSeenAt } },
        { interview: { OR: [{ expiresAt: { lte: overSince } }, { revokedAt: { lte: overSince } }] } },
      ],
    },
    include: { interview: { select: { expiresAt: true, revokedAt: true } } },
    orderBy: { lastSeenAt: "asc" },
    take: limit,
  });
}

type Interruption = { id: string; organizationId: string; interviewId: string; lastSeenAt: Date };

/**
 * Active sessions that have been silent since a moment, of organisations with a webhook that wants to know and has not been
 * told of this silence. Longest silence first.
 */
export function listInterrupted(db: Db, silentSince: Date, limit: number): Promise<Interruption[]> {
  return db.$queryRaw<Interruption[]>`
    SELECT s.id, s.organization_id AS "organizationId", s.interview_id AS "interviewId", s.last_seen_at AS "lastSeenAt"
    FROM sessions s
    WHERE s.status = 'active' AND s.last_seen_at <= ${silentSince}
      AND EXISTS (
        SELECT 1 FROM webhooks w WHERE w.organization_id = s.organization_id AND w.disabled_at IS NULL
          AND (cardinality(w.events) = 0 OR 'interview.interrupted' = ANY(w.events)))
      AND NOT EXISTS (
        SELECT 1 FROM webhook_events e
        WHERE e.interview_id = s.interview_id AND e.type = 'interview.interrupted' AND e.at > s.last_seen_at)
    ORDER BY s.last_seen_at LIMIT ${limit}`;
}

/** Holds a session that is still as silent as it was when it was listed; false when the candidate is back, or done. */
export async function holdSilent(tx: Db, { id, lastSeenAt }: { id: string; lastSeenAt: Date }): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM sessions WHERE id = ${id}::uuid AND status = 'active' AND last_seen_at = ${lastSeenAt} FOR UPDATE`;
  return held.length === 1;
}

/** This silence is taken care of, by compare-and-set: true for one caller, and only while the silence lasts. */
export async function markProvisional(
  db: Db,
  { id, lastSeenAt, provisionalAt }: { id: string; lastSeenAt: Date; provisionalAt: Date | null },
  now: Date,
): Promise<boolean> {
  const { count } = await db.session.updateMany({
    where: { id, status: "active", lastSeenAt, provisionalAt },
    data: { provisionalAt: now },
  });
  return count === 1;
}

/** Whether a session is active. It stays so until the transaction ends. */
export async function holdActive(tx: Db, id: string): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM sessions WHERE id = ${id}::uuid AND status = 'active' FOR SHARE`;
  return held.length === 1;
}

/** `active → completed`, by compare-and-set: true for the one call that did it. */
export async function complete(db: Db, id: string): Promise<boolean> {
  const { count } = await db.session.updateMany({
    where: { id, status: { in: sourcesOf(NEXT_SESSION, "completed") } },
    data: { status: "completed", endedAt: await databaseNow(db) },
  });
  return count === 1;
}

/** What a reloaded page needs: each question asked so far, in order, and whether it has an answer. */
export async function progressOf(db: Db, sessionId: string) {
  const questions = await db.question.findMany({
    where: { sessionId },
    orderBy: { position: "asc" },
    select: { id: true, templateQuestionId: true, answers: { select: { id: true }, take: 1 } },
  });
  return questions.map(({ id, templateQuestionId, answers }) => ({
    questionId: id,
    templateQuestionId,
    answered: answers.length > 0,
  }));
}

/**
 * One sitting, for reading; its questions, answers and events are read in pages (session-pages.ts). The owner is part of the question:
 * absent and not yours are both null.
 */
export function findHead(db: Db, organizationId: string, id: string) {
  return db.session.findFirst({
    where: { organizationId, ...named(id) },
    include: {
      interview: { select: { id: true, token: true } },
      recording: {
        select: { file: true, segments: { orderBy: { index: "asc" }, select: { index: true, startMs: true } } },
      },
    },
  });
}

/** The candidate's latest session, or the named one if it is theirs; null when there is none. */
export function findOfCandidate(db: Db, organizationId: string, candidateId: number, sessionId?: string) {
  return db.session.findFirst({
    where: { organizationId, candidateId, ...(sessionId === undefined ? {} : named(sessionId)) },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    include: { recording: true, candidate: { select: { name: true } } },
  });
}
