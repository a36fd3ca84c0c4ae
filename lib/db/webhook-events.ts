import type { EventType } from "../domain/event-types.ts";
import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

/**
 * From here until the transaction ends, no other one adds events of this interview: their numbers are then in the order
 * in which they become visible.
 */
export async function holdOrder(tx: Db, interviewId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`webhook-events ${interviewId}`}, 0))`;
}

/** The ids that an event about an interview carries. */
export function describeInterview(db: Db, organizationId: string, interviewId: string) {
  return db.interview.findFirstOrThrow({
    where: { id: interviewId, organizationId },
    select: {
      externalId: true,
      candidateId: true,
      candidate: { select: { externalId: true } },
      session: { select: { publicId: true } },
    },
  });
}
export type InterviewIds = Awaited<ReturnType<typeof describeInterview>>;

type NewEvent = {
  organizationId: string;
  interviewId: string | null;
  type: string;
  payload: Prisma.InputJsonObject;
  at: Date;
};

/** Adds an event, and one delivery of it to each of these webhooks. */
export async function append(tx: Db, event: NewEvent, webhookIds: string[]): Promise<void> {
  const { id: eventId } = await tx.webhookEvent.create({ data: event, select: { id: true } });
  await tx.webhookDelivery.createMany({ data: webhookIds.map((webhookId) => ({ webhookId, eventId })) });
}

/**
 * Adds an event that one webhook alone is sent.
 * @returns its delivery's id
 */
export async function appendFor(tx: Db, event: NewEvent, webhookId: string): Promise<string> {
  const { id: eventId } = await tx.webhookEvent.create({ data: event, select: { id: true } });
  const { id } = await tx.webhookDelivery.create({ data: { webhookId, eventId }, select: { id: true } });
  return id;
}

/**
 * Removes some of the oldest events of all organisations, those from before a moment, with what became of their deliveries. They are
 * numbered in the order in which they came, so nothing is searched for them.
 * @returns how many: less than the limit when there are no more
 */
export async function removeOldest(tx: Db, before: Date, limit: number): Promise<number> {
  const oldest = await tx.webhookEvent.findMany({
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true, at: true },
  });
  const ids = oldest.filter(({ at }) => at < before).map(({ id }) => id);
  await tx.webhookDelivery.deleteMany({ where: { eventId: { in: ids } } });
  await tx.webhookEvent.deleteMany({ where: { id: { in: ids } } });
  return ids.length;
}

/** Whether an event of this type has been added for the interview after a moment. */
export async function hasSince(db: Db, interviewId: string, type: EventType, since: Date): Promise<boolean> {
  const found = await db.webhookEvent.findFirst({
    where: { interviewId, type, at: { gt: since } },
    select: { id: true },
  });
  return found !== null;
}
