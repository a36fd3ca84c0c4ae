import type { Db } from "./client.ts";
import type { UserRow } from "./user-row.ts";

/** What one browser's sign-in is recognised by, when its person looks at all of theirs. */
export type SignInRow = { id: string; createdAt: Date; lastSeenAt: Date; device: string; address: string };

/** How long a sign-in lasts: without anything done, and in any case. */
export type Lifetime = { idleHours: number; maxDays: number };

/** Whoever is signed in, as the database knows them now. `secondFactor`: they sign in with one. */
export type SignedIn = UserRow & { signInId: string; secondFactor: boolean };

/** `isSeenLately` false: it is worth writing down that they are still there. */
export type LiveSignIn = { account: SignedIn; endsAt: Date; isSeenLately: boolean };

/** Sign-ins that one person can have at a time; the oldest end before there are more. */
const MAX_FOR_EACH = 100;

/** Writes down that somebody signed in, and removes their sign-ins that ended long ago. */
export async function insert(
  tx: Db,
  userId: string,
  { device, address }: Pick<SignInRow, "device" | "address">,
): Promise<string> {
  const { id } = await tx.signIn.create({ data: { userId, device, address }, select: { id: true } });
  await tx.$executeRaw`
    DELETE FROM sign_ins WHERE user_id = ${userId}::uuid AND id <> ${id}::uuid AND (
      ended_at < now() - interval '1 day' OR last_seen_at < now() - interval '366 days' OR id IN (
        SELECT id FROM sign_ins WHERE user_id = ${userId}::uuid ORDER BY created_at DESC OFFSET ${MAX_FOR_EACH}))`;
  return id;
}

/**
 * Whose sign-in this is, unless it has ended, was not used for too long, is too old, or belongs to an epoch that is over. One
 * indexed read, by the database's clock.
 */
export async function findLive(
  db: Db,
  { signInId, userId, signInEpoch }: { signInId: string; userId: string; signInEpoch: number },
  { idleHours, maxDays }: Lifetime,
): Promise<LiveSignIn | null> {
  const [row] = await db.$queryRaw<(SignedIn & Omit<LiveSignIn, "account">)[]>`
    SELECT u.id::text, u.organization_id::text AS "organizationId", u.email, u.name, u.role::text AS role,
      s.id::text AS "signInId", f.confirmed_at IS NOT NULL AS "secondFactor",
      LEAST(s.created_at + make_interval(days => ${maxDays}::int), s.last_seen_at + make_interval(hours => ${idleHours}::int)) AS "endsAt",
      s.last_seen_at > now() - interval '1 minute' AS "isSeenLately"
    FROM sign_ins s JOIN users u ON u.id = s.user_id LEFT JOIN second_factors f ON f.user_id = u.id
    WHERE s.id = ${signInId}::uuid AND s.user_id = ${userId}::uuid AND u.sign_in_epoch = ${signInEpoch}::int
      AND s.ended_at IS NULL
      AND s.created_at > now() - make_interval(days => ${maxDays}::int)
      AND s.last_seen_at > now() - make_interval(hours => ${idleHours}::int)`;
  if (!row) return null;
  const { endsAt, isSeenLately, ...account } = row;
  return { account, endsAt, isSeenLately };
}

/** They did something just now. */
export async function touch(db: Db, id: string): Promise<void> {
  await db.$executeRaw`UPDATE sign_ins SET last_seen_at = now() WHERE id = ${id}::uuid AND ended_at IS NULL`;
}

/** Somebody's sign-ins that still open something, the last used first. */
export function listLive(db: Db, userId: string, { idleHours, maxDays }: Lifetime): Promise<SignInRow[]> {
  return db.$queryRaw<SignInRow[]>`
    SELECT id::text, created_at AS "createdAt", last_seen_at AS "lastSeenAt", device, address
    FROM sign_ins
    WHERE user_id = ${userId}::uuid AND ended_at IS NULL
      AND created_at > now() - make_interval(days => ${maxDays}::int)
      AND last_seen_at > now() - make_interval(hours => ${idleHours}::int)
    ORDER BY last_seen_at DESC, id`;
}

/** Ends one sign-in of somebody. @returns whether it was still open */
export async function end(db: Db, userId: string, id: string): Promise<boolean> {
  const ended = await db.$executeRaw`
    UPDATE sign_ins SET ended_at = now() WHERE id = ${id}::uuid AND user_id = ${userId}::uuid AND ended_at IS NULL`;
  return ended === 1;
}

/** Ends all sign-ins of somebody. */
export async function endAll(db: Db, userId: string): Promise<void> {
  await db.$executeRaw`UPDATE sign_ins SET ended_at = now() WHERE user_id = ${userId}::uuid AND ended_at IS NULL`;
}
