import type { Db } from "../../db/client.ts";
import type { DeliveryToSend } from "../../db/webhook-deliveries.ts";
import * as deliveries from "../../db/webhook-deliveries.ts";
import * as webhooks from "../../db/webhooks.ts";
import { unseal } from "../sign/seal.ts";
import { signedHeaders } from "../sign/sign.ts";
import { type Answer, exchange } from "./exchange.ts";
import type { Network } from "./network.ts";

const UNREADABLE =
  "The secret that signs its messages cannot be read any more, because the server's own secret has changed. Rotate the webhook's secret and give its receiver the new one.";

/** What came of a try; or that nothing could be sent, because there is nothing to sign with. */
export type Attempted = Answer & { unreadable?: true };

/** Sends a delivery once. The body is the same at each try, the time and the signature are not. */
export async function attempt({ event, webhook }: DeliveryToSend, network: Network): Promise<Attempted> {
  const now = new Date();
  const secret = unseal(webhook.secret, webhook.id);
  if (secret === null) {
    return {
      unreadable: true,
      error: UNREADABLE,
      status: null,
      body: "",
      retryAfterSeconds: null,
      durationMs: 0,
      bytesRead: 0,
    };
  }
  const body = messageBody(event.payload);
  const message = { id: event.messageId, timestamp: Math.floor(now.getTime() / 1000), body };
  const secrets = [secret, ...previousOf(webhook, now)];
  return exchange(new URL(webhook.url), signedHeaders(message, secrets), body, network);
}

/** The secret before, while it signs too. One that cannot be read is no reason to hold a message back: the new one signs. */
function previousOf(webhook: DeliveryToSend["webhook"], now: Date): string[] {
  const { id, previousSecret, previousSecretExpiresAt: until } = webhook;
  if (!previousSecret || !until || until <= now) return [];
  const previous = unseal(previousSecret, id);
  return previous === null ? [] : [previous];
}

/** The bytes are the same at each try: PostgreSQL keeps the members of an object in one order. */
function messageBody(payload: unknown): string {
  const { type, timestamp, data } = payload as Record<string, unknown>;
  return JSON.stringify({ type, timestamp, data });
}

export function hasArrived({ status }: Answer): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** 410: the receiver wants nothing any more. Whoever runs it says so, so it is obeyed at once. */
export async function stopWhenGone(tx: Db, webhookId: string, { status }: Answer): Promise<boolean> {
  if (status !== 410) return false;
  await webhooks.disable(tx, webhookId, "The receiver answered 410 Gone: it wants no more messages.");
  return true;
}

/** Nothing can be sent until a person has rotated the secret. What waits goes on then. */
export async function stopWhenUnreadable(tx: Db, webhookId: string, { unreadable }: Attempted): Promise<boolean> {
  if (!unreadable) return false;
  await webhooks.disable(tx, webhookId, UNREADABLE);
  return true;
}

/** @returns false when the delivery is gone, with its webhook */
export function keepAttempt(tx: Db, { id }: DeliveryToSend, answer: Answer): Promise<boolean> {
  const { status: responseStatus, body: responseBody, error, durationMs } = answer;
  return deliveries.addAttempt(tx, id, { responseStatus, responseBody, error, durationMs });
}
