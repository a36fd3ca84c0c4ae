import type { Db } from "./client.ts";
import { databaseNow } from "./clock.ts";
import { versionOf, versionWith } from "./interview-version.ts";

/** An invitation as those who sent it see it. */
export type InterviewRow = {
  id: string;
  candidateId: number;
  templateId: string;
  token: string;
  expiresAt: Date;
  revokedAt: Date | null;
};

const COLUMNS = {
  id: true,
  candidateId: true,
  templateId: true,
  token: true,
  expiresAt: true,
  revokedAt: true,
} as const;

export function find(db: Db, organizationId: string, id: string): Promise<InterviewRow | null> {
  return db.interview.findFirst({ where: { id, organizationId }, select: COLUMNS });
}

/** The language of the invitation behind a token, BCP 47; null where there is none. */
export async function findLocale(db: Db, token: string): Promise<string | null> {
  const found = await db.interview.findUnique({ where: { token }, select: { locale: true } });
  return found?.locale ?? null;
}

/**
 * The invitation behind a token, with what a start of it needs to know. The token is the candidate's credential, so no
 * organisation is named: the invitation says which one it belongs to.
 */
export async function findByToken(db: Db, token: string) {
  const found = await db.interview.findUnique({
    where: { token },
    include: {
      session: { select: { id: true, status: true } },
      ...versionWith({ select: { id: true, avatar: true, avatarSettings: true } }),
    },
  });
  return found && { ...found, version: versionOf(found) };
}

/** From now on the interview keeps this version of its template: call it when its sitting begins. */
export async function keepVersion(db: Db, id: string, versionId: string): Promise<void> {
  await db.interview.updateMany({
    where: { id, templateVersionId: null },
    data: { templateVersionId: versionId },
  });
}

/** Moves the end of an invitation to `until`, if it would end earlier. */
export async function keepOpenUntil(db: Db, id: string, until: Date): Promise<void> {
  await db.interview.updateMany({ where: { id, expiresAt: { lt: until } }, data: { expiresAt: until } });
}

/** Keeps when the candidate first opened their link: the invitation, or null when they had before. */
export async function markOpened(db: Db, token: string): Promise<{ id: string; organizationId: string } | null> {
  const [opened] = await db.interview.updateManyAndReturn({
    where: { token, openedAt: null },
    data: { openedAt: await databaseNow(db) },
    select: { id: true, organizationId: true },
  });
  return opened ?? null;
}

/**
 * Keeps when these words were agreed to first; other words are a new consent, and so is the candidate's own after somebody else's.
 * @param byId the member or key that agreed in the candidate's place; null: the candidate
 * @returns whether this said anything new
 */
export async function storeConsent(db: Db, id: string, consentVersion: string, byId: string | null): Promise<boolean> {
  const other = [{ consentVersion: null }, { consentVersion: { not: consentVersion } }];
  const { count } = await db.interview.updateMany({
    where: { id, OR: byId === null ? [...other, { consentById: { not: null } }] : other },
    data: { consentVersion, consentedAt: await databaseNow(db), consentById: byId },
  });
  return count === 1;
}

/** An invitation with what its consent is about. */
export async function getWithSession(db: Db, id: string) {
  const found = await db.interview.findUniqueOrThrow({
    where: { id },
    select: {
      organizationId: true,
      locale: true,
      organization: { select: { name: true, sandboxOfId: true } },
      session: { select: { recordingConfig: true } },
      ...versionWith({ select: { browserRecognition: true } }),
    },
  });
  return { ...found, version: versionOf(found) };
}

/** @returns whether it was this call that revoked it */
export async function markRevoked(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { count } = await db.interview.updateMany({
    where: { id, organizationId, revokedAt: null },
    data: { revokedAt: await databaseNow(db) },
  });
  return count > 0;
}

/** The candidate's newest invitation that can still be started: no sitting yet, not revoked, not expired. */
export function findScheduled(
  db: Db,
  organizationId: string,
  candidate: { id: number } | { email: string },
  now: Date,
): Promise<InterviewRow | null> {
  return db.interview.findFirst({
    where: { organizationId, candidate, session: null, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: COLUMNS,
  });
}
