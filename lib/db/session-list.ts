import type { ListPosition } from "../domain/list-position.ts";
import type { RecordingStatus, SessionStatus } from "../domain/status.ts";
import { restrictedIn } from "./candidates.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { named } from "./sessions.ts";

type Wanted = {
  organizationId: string;
  candidateId?: number | undefined;
  interviewId?: string | undefined;
  status?: SessionStatus | undefined;
  recordingStatus?: RecordingStatus | undefined;
  /** Without those whose candidates ask for their data to be deleted. */
  unrestricted?: boolean;
  startedAfter?: Date | undefined;
  startedBefore?: Date | undefined;
  from: ListPosition | null;
  limit: number;
};

/** What a session belongs to, by the ids of whoever made it. */
const BELONGS = {
  interview: {
    select: {
      externalId: true,
      templateId: true,
      template: { select: { externalId: true } },
      candidate: { select: { externalId: true } },
    },
  },
} as const satisfies Prisma.SessionSelect;

/**
 * An organisation's sessions, newest first by when they began. `createdAt` is that moment, for pages; `id` the public one, since
 * a page's cursor is made of it.
 */
export async function list(db: Db, wanted: Wanted) {
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM sessions s ${wanted.recordingStatus ? BY_RECORDING.join : Prisma.empty}
    WHERE ${Prisma.join(conditions(wanted), " AND ")}
    ORDER BY ${positionOf(wanted).at} DESC, ${positionOf(wanted).id} DESC
    LIMIT ${wanted.limit}`;
  const rows = await db.session.findMany({
    where: { organizationId: wanted.organizationId, id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ startedAt: "desc" }, { publicId: "desc" }],
    include: { ...BELONGS, recording: true },
  });
  return rows.map((row) => ({ ...row, id: row.publicId, createdAt: row.startedAt }));
}
export type ListedRow = Awaited<ReturnType<typeof list>>[number];

const BY_SESSION = { at: Prisma.sql`s.started_at`, id: Prisma.sql`s.public_id` };

/** Recordings have their sessions' position beside their status, and an index of both. */
const BY_RECORDING = {
  join: Prisma.sql`JOIN recordings r ON r.session_id = s.id`,
  at: Prisma.sql`r.session_started_at`,
  id: Prisma.sql`r.session_public_id`,
};

function positionOf({ recordingStatus }: Wanted) {
  return recordingStatus ? BY_RECORDING : BY_SESSION;
}

function conditions(wanted: Wanted): Prisma.Sql[] {
  const { organizationId, candidateId, interviewId, status, recordingStatus, startedAfter, startedBefore } = wanted;
  const { from, unrestricted } = wanted;
  const { at, id } = positionOf(wanted);
  const all: (Prisma.Sql | false | null | undefined)[] = [
    Prisma.sql`s.organization_id = ${organizationId}::uuid AND NOT s.erased`,
    candidateId !== undefined && Prisma.sql`s.candidate_id = ${candidateId}`,
    interviewId !== undefined && Prisma.sql`s.interview_id = ${interviewId}::uuid`,
    status && Prisma.sql`s.status = ${status}::session_status`,
    unrestricted && Prisma.sql`s.candidate_id NOT IN ${restrictedIn(organizationId)}`,
    recordingStatus &&
      Prisma.sql`r.organization_id = ${organizationId}::uuid AND r.status = ${recordingStatus}::recording_status`,
    startedAfter && Prisma.sql`${at} > ${startedAfter}`,
    startedBefore && Prisma.sql`${at} < ${startedBefore}`,
    from && Prisma.sql`(${at}, ${id}) < (${from.createdAt}, ${from.id}::uuid)`,
  ];
  return all.filter((condition) => condition instanceof Prisma.Sql);
}

/** What a session belongs to, by either of its ids; null: absent and not yours look the same. */
export function findBelonging(db: Db, organizationId: string, id: string) {
  return db.session.findFirst({
    where: { organizationId, ...named(id) },
    select: { id: true, publicId: true, candidateId: true, interviewId: true, status: true, ...BELONGS },
  });
}
export type Belonging = NonNullable<Awaited<ReturnType<typeof findBelonging>>>;

/**
 * The session of an interview, and whose it is. By the interview's id alone: a link that we signed is what vouches for it.
 */
export function findOfInterview(db: Db, interviewId: string) {
  return db.session.findUnique({ where: { interviewId }, select: OF_INTERVIEW });
}

const OF_INTERVIEW = { id: true, candidateId: true, organizationId: true } as const;

/** The same, as long as this share link of the interview is neither revoked nor over. */
export function findShared(db: Db, interviewId: string, shareLinkId: string, now: Date) {
  const open = { id: shareLinkId, revokedAt: null, expiresAt: { gt: now } };
  return db.session.findFirst({
    where: { interviewId, interview: { shareLinks: { some: open } } },
    select: OF_INTERVIEW,
  });
}
