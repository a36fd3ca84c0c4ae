import type { Db } from "./client.ts";

/** What shows somebody's codes: the sealed secret, whether its first code was typed, and the time by the database's clock. */
export type SecondFactorRow = { secret: string; isConfirmed: boolean; nowMs: number };

export async function find(db: Db, userId: string): Promise<SecondFactorRow | null> {
  const [row] = await db.$queryRaw<SecondFactorRow[]>`
    SELECT secret, confirmed_at IS NOT NULL AS "isConfirmed", (extract(epoch FROM now()) * 1000)::float8 AS "nowMs"
    FROM second_factors WHERE user_id = ${userId}::uuid`;
  return row ?? null;
}

/** Keeps a secret that is still to be confirmed, in place of another such. @returns false when there is a confirmed one */
export async function propose(db: Db, userId: string, secret: string): Promise<boolean> {
  const kept = await db.$executeRaw`
    INSERT INTO second_factors (user_id, secret) VALUES (${userId}::uuid, ${secret})
    ON CONFLICT (user_id) DO UPDATE SET secret = EXCLUDED.secret, created_at = now(), last_step = 0
    WHERE second_factors.confirmed_at IS NULL`;
  return kept === 1;
}

/** From now on codes are asked for. @returns false when it was confirmed already or is gone */
export async function confirm(db: Db, userId: string, secret: string, step: number): Promise<boolean> {
  const confirmed = await db.$executeRaw`
    UPDATE second_factors SET confirmed_at = now(), last_step = ${step}::int
    WHERE user_id = ${userId}::uuid AND secret = ${secret} AND confirmed_at IS NULL`;
  return confirmed === 1;
}

/** Takes the code of a time step, once: of two that come with it one is let in. @returns false when that step or a later one was used */
export async function takeStep(db: Db, userId: string, step: number): Promise<boolean> {
  const used = await db.$executeRaw`
    UPDATE second_factors SET last_step = ${step}::int
    WHERE user_id = ${userId}::uuid AND confirmed_at IS NOT NULL AND last_step < ${step}::int`;
  return used === 1;
}

/** @returns whether there was one that codes were asked of */
export async function remove(db: Db, userId: string): Promise<boolean> {
  await db.recoveryCode.deleteMany({ where: { userId } });
  const removed = await db.$executeRaw`
    DELETE FROM second_factors WHERE user_id = ${userId}::uuid AND confirmed_at IS NOT NULL`;
  return removed === 1;
}

/** Replaces all recovery codes. */
export async function replaceRecoveryCodes(db: Db, userId: string, hashes: string[]): Promise<void> {
  await db.recoveryCode.deleteMany({ where: { userId } });
  await db.recoveryCode.createMany({ data: hashes.map((hash) => ({ userId, hash })) });
}

/** Takes a recovery code, once. @returns false when it is unknown or was used */
export async function takeRecoveryCode(db: Db, userId: string, hash: string): Promise<boolean> {
  const used = await db.$executeRaw`
    UPDATE recovery_codes SET used_at = now() WHERE user_id = ${userId}::uuid AND hash = ${hash} AND used_at IS NULL`;
  return used === 1;
}

export function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  return db.recoveryCode.count({ where: { userId, usedAt: null } });
}
