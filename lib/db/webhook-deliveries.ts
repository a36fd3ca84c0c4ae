import type { ListPosition } from "../domain/list-position.ts";
import type { DeliveryStatus } from "../domain/webhook-status.ts";
import type { Happened } from "../words/happened.ts";
import type { Db } from "./client.ts";
import { databaseNow } from "./clock.ts";
import { Prisma } from "./generated/client.ts";
import { beyond } from "./webhooks.ts";

/** What it takes to send a delivery. */
const TO_SEND = {
  id: true,
  status: true,
  attemptCount: true,
  nextAttemptAt: true,
  event: { select: { messageId: true, type: true, interviewId: true, payload: true } },
  webhook: {
    select: {
      id: true,
      organizationId: true,
      url: true,
      secret: true,
      previousSecret: true,
      previousSecretExpiresAt: true,
      disabledAt: true,
      slowSince: true,
    },
  },
} as const satisfies Prisma.WebhookDeliverySelect;

export type DeliveryToSend = Prisma.WebhookDeliveryGetPayload<{ select: typeof TO_SEND }>;

/** What an interview has for a webhook, in order: each event waits for those before it. */
export type Feed = { webhookId: string; interviewId: string };

/** The oldest event of an interview that the webhook has not got yet: all later ones wait for it. */
export function findNext(db: Db, { webhookId, interviewId }: Feed): Promise<DeliveryToSend | null> {
  return db.webhookDelivery.findFirst({
    where: { webhookId, status: "pending", event: { interviewId } },
    orderBy: { eventId: "asc" },
    select: TO_SEND,
  });
}

export function findToSend(db: Db, id: string): Promise<DeliveryToSend | null> {
  return db.webhookDelivery.findUnique({ where: { id }, select: TO_SEND });
}

type Seen = Pick<DeliveryToSend, "id" | "nextAttemptAt">;

/** Leases a delivery until a moment, by compare-and-set: nobody else sends it before then. False when somebody has it. */
export async function lease(db: Db, { id, nextAttemptAt }: Seen, until: Date): Promise<boolean> {
  const { count } = await db.webhookDelivery.updateMany({
    where: { id, status: "pending", nextAttemptAt },
    data: { nextAttemptAt: until },
  });
  return count === 1;
}

export type NewAttempt = {
  responseStatus: number | null;
  responseBody: string;
  error: Happened | null;
  durationMs: number;
};

/** Keeps what came back. False when the delivery is gone, with its webhook. */
export async function addAttempt(tx: Db, deliveryId: string, { error, ...attempt }: NewAttempt): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM webhook_deliveries WHERE id = ${deliveryId}::uuid FOR UPDATE`;
  if (held.length === 0) return false;
  await tx.webhookAttempt.create({ data: { ...attempt, error: error ?? Prisma.DbNull, deliveryId } });
  return true;
}

/** It has arrived: for good, whatever a later try brings. */
export async function markDelivered(tx: Db, id: string): Promise<void> {
  await tx.webhookDelivery.updateMany({
    where: { id, status: { not: "delivered" } },
    data: { status: "delivered", deliveredAt: await databaseNow(tx), attemptCount: { increment: 1 } },
  });
}

/** Nobody tries it again by themselves. */
export async function markFailed(tx: Db, id: string): Promise<void> {
  await tx.webhookDelivery.updateMany({
    where: { id, status: "pending" },
    data: { status: "failed", attemptCount: { increment: 1 } },
  });
}

/** Whoever holds the lease gives it up for the next try. False when somebody else has it by now. */
export async function postpone(tx: Db, { id, nextAttemptAt }: Seen, until: Date): Promise<boolean> {
  const { count } = await tx.webhookDelivery.updateMany({
    where: { id, status: "pending", nextAttemptAt },
    data: { nextAttemptAt: until, attemptCount: { increment: 1 } },
  });
  return count === 1;
}

/**
 * All that waits for a webhook is due now, and has its whole schedule before it again. What has not been tried is due anyway, so this
 * writes one row for each interview, however much waits.
 */
export async function restart(tx: Db, webhookId: string, now: Date): Promise<void> {
  await tx.webhookDelivery.updateMany({
    where: { webhookId, status: "pending", OR: [{ attemptCount: { gt: 0 } }, { nextAttemptAt: { gt: now } }] },
    data: { nextAttemptAt: now, attemptCount: 0 },
  });
}

/** Of which events what is missing is wanted: from a moment on, to before another. No types: all of them. */
export type Missed = { since: Date; until: Date | null; types: string[] };

/**
 * Has a webhook wait for what it never got of its organisation's events about interviews: those without a delivery get one, those that
 * have failed begin anew. What arrived, or is on its way, stays as it is.
 * @param limit the oldest so many; the rest is what the next call finds
 * @returns how many there are
 */
export function addMissed(
  tx: Db,
  owner: { organizationId: string; webhookId: string },
  { since, until, types }: Missed,
  limit: number,
): Promise<number> {
  const { organizationId, webhookId } = owner;
  return tx.$executeRaw`
    INSERT INTO webhook_deliveries (id, webhook_id, event_id)
    SELECT gen_random_uuid(), ${webhookId}::uuid, e.id FROM webhook_events e
    LEFT JOIN webhook_deliveries d ON d.webhook_id = ${webhookId}::uuid AND d.event_id = e.id
    WHERE e.organization_id = ${organizationId}::uuid AND e.interview_id IS NOT NULL
      AND e.at >= ${since} AND (${until}::timestamptz IS NULL OR e.at < ${until}::timestamptz)
      AND (cardinality(${types}::text[]) = 0 OR e.type = ANY(${types}::text[]))
      AND (d.id IS NULL OR d.status = 'failed')
    ORDER BY e.id LIMIT ${limit}
    ON CONFLICT (webhook_id, event_id) DO UPDATE SET status = 'pending', attempt_count = 0, next_attempt_at = now()
    WHERE webhook_deliveries.status = 'failed'`;
}

/** Interviews that have something waiting for a webhook, in the order of their ids. */
export async function listFeeds(db: Db, webhookId: string, after: string | null, limit: number): Promise<Feed[]> {
  const rows = await db.$queryRaw<{ interview_id: string }[]>`
    SELECT DISTINCT e.interview_id FROM webhook_deliveries d JOIN webhook_events e ON e.id = d.event_id
    WHERE d.webhook_id = ${webhookId}::uuid AND d.status = 'pending' AND e.interview_id IS NOT NULL
      AND (${after}::uuid IS NULL OR e.interview_id > ${after}::uuid)
    ORDER BY e.interview_id LIMIT ${limit}`;
  return rows.map(({ interview_id }) => ({ webhookId, interviewId: interview_id }));
}

/** What the log of a webhook shows of each delivery. */
const LISTED = {
  id: true,
  webhookId: true,
  status: true,
  nextAttemptAt: true,
  deliveredAt: true,
  createdAt: true,
  event: { select: { messageId: true, type: true, interviewId: true, payload: true } },
  attempts: { orderBy: { id: "desc" }, take: 10 },
  _count: { select: { attempts: true } },
} as const satisfies Prisma.WebhookDeliverySelect;

export type DeliveryRow = Prisma.WebhookDeliveryGetPayload<{ select: typeof LISTED }>;

export type Page = { status?: DeliveryStatus | undefined; after: ListPosition | null; limit: number };

/** A webhook's deliveries, newest first, each with its latest attempts. The caller has made sure whose webhook it is. */
export function list(
  db: Db,
  owner: { organizationId: string; webhookId: string },
  { status, after, limit }: Page,
): Promise<DeliveryRow[]> {
  const { organizationId, webhookId } = owner;
  return db.webhookDelivery.findMany({
    where: { webhookId, webhook: { organizationId }, ...(status ? { status } : {}), ...(after ? beyond(after) : {}) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: LISTED,
  });
}

export function find(db: Db, owner: { organizationId: string; webhookId: string }, id: string) {
  const { organizationId, webhookId } = owner;
  return db.webhookDelivery.findFirst({ where: { id, webhookId, webhook: { organizationId } }, select: LISTED });
}

export type LatestRow = { webhookId: string; status: DeliveryStatus; type: string; at: Date };

/** The newest delivery of each of these webhooks, where there is one. */
export function latestOf(db: Db, organizationId: string, webhookIds: string[]): Promise<LatestRow[]> {
  return db.$queryRaw<LatestRow[]>`
    SELECT w.id AS "webhookId", d.status, e.type, coalesce(d.delivered_at, d.created_at) AS at
    FROM webhooks w
    CROSS JOIN LATERAL (
      SELECT * FROM webhook_deliveries WHERE webhook_id = w.id ORDER BY created_at DESC, id DESC LIMIT 1
    ) d
    JOIN webhook_events e ON e.id = d.event_id
    WHERE w.organization_id = ${organizationId}::uuid AND w.id = ANY(${webhookIds}::uuid[])`;
}
