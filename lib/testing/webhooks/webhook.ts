import { randomUUID } from "node:crypto";
import { db } from "../../db/client.ts";
import * as webhooks from "../../db/webhooks.ts";
import { seal } from "../../webhooks/sign/seal.ts";
import { newSecret } from "../../webhooks/sign/sign.ts";
import { deliveryWords } from "../../words/delivery-words.ts";
import type { Said } from "../../words/said.ts";
import { testSession } from "../recording-session.ts";

/** A started interview, and from now on a webhook of its organisation. */
export async function testWebhook(url: string, over: { events?: string[] } = {}) {
  const session = await testSession();
  const { organizationId } = session.actor;
  const secret = newSecret();
  const webhookId = randomUUID();
  await webhooks.insert(db(), {
    id: webhookId,
    organizationId,
    url,
    description: "",
    events: over.events ?? [],
    secret: seal(secret, webhookId),
  });
  return { ...session, organizationId, webhookId, secret };
}

/** What became of each delivery to a webhook, oldest event first. */
export function deliveriesOf(webhookId: string) {
  return db().webhookDelivery.findMany({
    where: { webhookId },
    orderBy: { eventId: "asc" },
    include: { event: true, attempts: { orderBy: { id: "asc" } } },
  });
}

/** What a person reads of a fault, as it is stored. */
export function wordsOf(fault: unknown): string | null {
  return fault === null ? null : deliveryWords(fault as Said, "en");
}
