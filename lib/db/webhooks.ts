import type { ListPosition } from "../domain/list-position.ts";
import type { Happened } from "../words/happened.ts";
import type { Db } from "./client.ts";
import { databaseNow } from "./clock.ts";
import { Prisma } from "./generated/client.ts";

/** A webhook as its owners see it: never a secret. */
export type WebhookRow = Prisma.WebhookGetPayload<{ select: typeof COLUMNS }>;

const COLUMNS = {
  id: true,
  url: true,
  description: true,
  events: true,
  previousSecretExpiresAt: true,
  disabledAt: true,
  disabledReason: true,
  createdAt: true,
} as const;

type NewWebhook = {
  id: string;
  organizationId: string;
  url: string;
  description: string;
  events: string[];
  /** Sealed for this id (lib/webhooks/sign/seal.ts). */
  secret: string;
};

export function insert(db: Db, webhook: NewWebhook): Promise<WebhookRow> {
  return db.webhook.create({ data: webhook, select: COLUMNS });
}

export function find(db: Db, organizationId: string, id: string): Promise<WebhookRow | null> {
  return db.webhook.findFirst({ where: { id, organizationId }, select: COLUMNS });
}

/** Whoever counts them before adding one holds the organisation, so that two at once do not both fit. */
export async function lockedCount(tx: Db, organizationId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM organizations WHERE id = ${organizationId}::uuid FOR UPDATE`;
  return tx.webhook.count({ where: { organizationId } });
}

/** Newest first, what comes after a position. */
export function list(db: Db, organizationId: string, after: ListPosition | null, limit: number): Promise<WebhookRow[]> {
  return db.webhook.findMany({
    where: { organizationId, ...(after ? beyond(after) : {}) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: COLUMNS,
  });
}

/** What comes after a position in a list that is sorted newest first. */
export function beyond({ createdAt, id }: ListPosition) {
  // The first condition is what an index is entered by.
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] };
}

export type WebhookChange = Partial<{
  url: string;
  description: string;
  events: string[];
  disabledAt: Date | null;
  /** What it was stopped for, where nobody asked for it. */
  disabledReason: Happened | null;
  secret: string;
  previousSecret: string | null;
  previousSecretExpiresAt: Date | null;
}>;

/** @returns null when the organisation has no such webhook */
export async function update(
  db: Db,
  organizationId: string,
  id: string,
  change: WebhookChange,
): Promise<WebhookRow | null> {
  const { disabledReason, ...rest } = change;
  const reason = disabledReason === undefined ? {} : { disabledReason: disabledReason ?? Prisma.DbNull };
  const data = { ...rest, ...reason };
  const [row] = await db.webhook.updateManyAndReturn({ where: { id, organizationId }, data, select: COLUMNS });
  return row ?? null;
}

/** Stops one that works, for a reason that a person can read. False when it was stopped already. */
export async function disable(db: Db, id: string, disabledReason: Happened): Promise<boolean> {
  const { count } = await db.webhook.updateMany({
    where: { id, disabledAt: null },
    data: { disabledAt: await databaseNow(db), disabledReason },
  });
  return count === 1;
}

/** Its receiver keeps us waiting from now on, or does no longer. */
export async function setSlow(db: Db, id: string, slow: boolean): Promise<void> {
  await db.webhook.updateMany({
    where: { id, slowSince: slow ? null : { not: null } },
    data: { slowSince: slow ? await databaseNow(db) : null },
  });
}

export async function isSlow(db: Db, id: string): Promise<boolean> {
  return (await db.webhook.count({ where: { id, slowSince: { not: null } } })) > 0;
}

/** The secret that signs now, as it is stored, held so that two who replace it do so one after the other. */
export async function lockSecret(tx: Db, organizationId: string, id: string): Promise<string | null> {
  const [held] = await tx.$queryRaw<{ secret: string }[]>`
    SELECT secret FROM webhooks WHERE id = ${id}::uuid AND organization_id = ${organizationId}::uuid FOR UPDATE`;
  return held?.secret ?? null;
}

/** Some of the webhooks, of whichever organisation, that have a secret without this at its beginning. Held until the transaction ends. */
export function lockUnsealed(tx: Db, prefix: string, limit: number): Promise<StoredSecrets[]> {
  return tx.$queryRaw<StoredSecrets[]>`
    SELECT id, secret, previous_secret AS "previousSecret" FROM webhooks
    WHERE NOT starts_with(secret, ${prefix}) OR NOT starts_with(previous_secret, ${prefix})
    LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
}

type StoredSecrets = { id: string; secret: string; previousSecret: string | null };

export async function storeSecrets(tx: Db, { id, ...secrets }: StoredSecrets): Promise<void> {
  await tx.webhook.update({ where: { id }, data: secrets });
}

/** Its deliveries and what came of them go with it; the events stay. */
export async function remove(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { count } = await db.webhook.deleteMany({ where: { id, organizationId } });
  return count === 1;
}

type Listening = { id: string; events: string[]; disabledAt: Date | null; slowSince: Date | null };

/** All of an organisation, disabled ones too. One indexed query: most organisations have none. */
export function listListening(db: Db, organizationId: string): Promise<Listening[]> {
  return db.webhook.findMany({
    where: { organizationId },
    select: { id: true, events: true, disabledAt: true, slowSince: true },
  });
}

/** How many were stopped without anybody asking for it. */
export function countStopped(db: Db, organizationId: string): Promise<number> {
  return db.webhook.count({
    where: { organizationId, disabledAt: { not: null }, disabledReason: { not: Prisma.DbNull } },
  });
}
