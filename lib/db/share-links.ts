import type { ListPosition } from "../domain/list-position.ts";
import type { Db } from "./client.ts";

type NewShareLink = {
  organizationId: string;
  interviewId: string;
  tokenHash: string;
  createdBy: string;
  expiresAt: Date;
};

const COLUMNS = {
  id: true,
  organizationId: true,
  interviewId: true,
  createdBy: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
} as const;

export function insert(db: Db, link: NewShareLink) {
  return db.shareLink.create({ data: link, select: COLUMNS });
}
export type ShareLinkRow = Awaited<ReturnType<typeof insert>>;

/** The link of this token, while it shows something. By the hash alone: the token is what vouches for it. */
export function findOpen(db: Db, tokenHash: string, now: Date): Promise<ShareLinkRow | null> {
  return db.shareLink.findFirst({ where: { tokenHash, revokedAt: null, expiresAt: { gt: now } }, select: COLUMNS });
}

export function find(db: Db, organizationId: string, id: string): Promise<ShareLinkRow | null> {
  return db.shareLink.findFirst({ where: { id, organizationId }, select: COLUMNS });
}

/** @returns whether this call ended it: a link that is revoked already keeps the time of the first */
export async function revoke(db: Db, organizationId: string, id: string, now: Date): Promise<boolean> {
  const { count } = await db.shareLink.updateMany({
    where: { id, organizationId, revokedAt: null },
    data: { revokedAt: now },
  });
  return count === 1;
}

type Wanted = {
  organizationId: string;
  interviewId?: string | undefined;
  from: ListPosition | null;
  limit: number;
};

/** An organisation's links, newest first. */
export function list(db: Db, { organizationId, interviewId, from, limit }: Wanted): Promise<ShareLinkRow[]> {
  const beyond = from && {
    createdAt: { lte: from.createdAt },
    OR: [{ createdAt: { lt: from.createdAt } }, { id: { lt: from.id } }],
  };
  return db.shareLink.findMany({
    where: { organizationId, ...(interviewId === undefined ? {} : { interviewId }), ...beyond },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: COLUMNS,
  });
}
