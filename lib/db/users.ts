import type { Db } from "./client.ts";
import type { Role } from "./generated/client.ts";

/** A user without the password hash. */
export type UserRow = { id: string; organizationId: string; email: string; name: string; role: Role };

const COLUMNS = { id: true, organizationId: true, email: true, name: true, role: true } as const;

/** @returns null when the address is taken, in whatever organisation */
export async function insert(db: Db, user: Omit<UserRow, "id"> & { passwordHash: string }): Promise<UserRow | null> {
  const [row] = await db.user.createManyAndReturn({ data: [user], skipDuplicates: true, select: COLUMNS });
  return row ?? null;
}

/**
 * The user of this address (lower case) and the hash to check a password against. The one query without an
 * organisation: it is what finds out which one.
 */
export async function findCredentials(db: Db, email: string): Promise<{ user: UserRow; passwordHash: string } | null> {
  const row = await db.user.findUnique({ where: { email }, select: { ...COLUMNS, passwordHash: true } });
  if (!row) return null;
  const { passwordHash, ...user } = row;
  return { user, passwordHash };
}

/** @returns null when the organisation has no user of this address */
export async function setPasswordHash(
  db: Db,
  organizationId: string,
  email: string,
  passwordHash: string,
): Promise<UserRow | null> {
  const [row] = await db.user.updateManyAndReturn({
    where: { organizationId, email },
    data: { passwordHash },
    select: COLUMNS,
  });
  return row ?? null;
}

/** By id alone: the signed cookie is what vouches for it. */
export function findById(db: Db, id: string): Promise<UserRow | null> {
  return db.user.findUnique({ where: { id }, select: COLUMNS });
}
