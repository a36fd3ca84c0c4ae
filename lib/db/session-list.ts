import type { ListPosition } from "../domain/list-position.ts";
import type { RecordingStatus, SessionStatus } from "../domain/status.ts";
import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";
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
  const { organizationId, candidateId, interviewId, status, recordingStatus, limit } = wanted;
  const rows = await db.session.findMany({
    where: {
      organizationId,
      ...(candidateId === undefined ? {} : { candidateId }),
      ...(interviewId === undefined ? {} : { interviewId }),
      ...(status ? { status } : {}),
      candidate: { erasingSince: null, ...(wanted.unrestricted ? { deletionRequestedAt: null } : {}) },
      ...(recordingStatus ? { recording: { status: recordingStatus } } : {}),
      AND: [begun(wanted), beyond(wanted.from)],
    },
    orderBy: [{ startedAt: "desc" }, { publicId: "desc" }],
    take: limit,
    include: { ...BELONGS, recording: true },
  });
  return rows.map((row) => ({ ...row, id: row.publicId, createdAt: row.startedAt }));
}
export type ListedRow = Awaited<ReturnType<typeof list>>[number];

function begun({ startedAfter, startedBefore }: Wanted): Prisma.SessionWhereInput {
  return {
    ...(startedAfter ? { startedAt: { gt: startedAfter } } : {}),
    ...(startedBefore ? { AND: { startedAt: { lt: startedBefore } } } : {}),
  };
}

function beyond(from: ListPosition | null): Prisma.SessionWhereInput {
  if (!from) return {};
  const { createdAt, id } = from;
  return { startedAt: { lte: createdAt }, OR: [{ startedAt: { lt: createdAt } }, { publicId: { lt: id } }] };
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
