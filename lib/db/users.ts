import type { Db } from "./client.ts";
import type { Prisma, Role } from "./generated/client.ts";
import * as signIns from "./sign-ins.ts";
import type { UserRow } from "./user-row.ts";

/** What proves a sign-in: the password's hash, whether a code is asked for too, and the epoch that its cookie will name. */
export type Credentials = { user: UserRow; passwordHash: string; signInEpoch: number; hasSecondFactor: boolean };

const COLUMNS = { id: true, organizationId: true, email: true, name: true, role: true } as const;
const SECRETS = {
  ...COLUMNS,
  passwordHash: true,
  signInEpoch: true,
  secondFactor: { select: { confirmedAt: true } },
} as const;
type SecretRow = Prisma.UserGetPayload<{ select: typeof SECRETS }>;

/** @returns null when the address is taken, in whatever organisation */
export async function insert(db: Db, user: Omit<UserRow, "id"> & { passwordHash: string }): Promise<UserRow | null> {
  const [row] = await db.user.createManyAndReturn({ data: [user], skipDuplicates: true, select: COLUMNS });
  return row ?? null;
}

/**
 * The user of this address (lower case) and the hash to check a password against. The one query without an
 * organisation: it is what finds out which one.
 */
export async function findCredentials(db: Db, email: string): Promise<Credentials | null> {
  return credentialsOf(await db.user.findUnique({ where: { email }, select: SECRETS }));
}

/** The same for a user who is known already. */
export async function findOwnCredentials(db: Db, organizationId: string, id: string): Promise<Credentials | null> {
  return credentialsOf(await db.user.findFirst({ where: { id, organizationId }, select: SECRETS }));
}

function credentialsOf(row: SecretRow | null): Credentials | null {
  if (!row) return null;
  const { passwordHash, signInEpoch, secondFactor, ...user } = row;
  return { user, passwordHash, signInEpoch, hasSecondFactor: (secondFactor?.confirmedAt ?? null) !== null };
}

/** Every sign-in of before is over with it. @returns null when the organisation has no user of this address */
export async function setPasswordHash(
  db: Db,
  organizationId: string,
  email: string,
  passwordHash: string,
): Promise<UserRow | null> {
  const [row] = await db.user.updateManyAndReturn({
    where: { organizationId, email },
    data: { passwordHash, signInEpoch: { increment: 1 } },
    select: COLUMNS,
  });
  if (row) await signIns.endAll(db, row.id);
  return row ?? null;
}

/** Ends every sign-in of a user: their cookies name an epoch that is over. */
export async function endSignIns(db: Db, organizationId: string, id: string): Promise<void> {
  const { count } = await db.user.updateMany({
    where: { id, organizationId },
    data: { signInEpoch: { increment: 1 } },
  });
  if (count > 0) await signIns.endAll(db, id);
}

/** @returns null when the organisation has no user of this address */
export async function setRole(db: Db, organizationId: string, email: string, role: Role): Promise<UserRow | null> {
  const [row] = await db.user.updateManyAndReturn({
    where: { organizationId, email },
    data: { role },
    select: COLUMNS,
  });
  return row ?? null;
}

/** Names of some users, for lists that show who did something. */
export function listNames(db: Db, organizationId: string, ids: string[]): Promise<{ id: string; name: string }[]> {
  return db.user.findMany({ where: { organizationId, id: { in: ids } }, select: { id: true, name: true } });
}

/** The member with this address (lower case), or null when the organisation has none. */
export function findByEmail(db: Db, organizationId: string, email: string): Promise<UserRow | null> {
  return db.user.findFirst({ where: { organizationId, email }, select: COLUMNS });
}
