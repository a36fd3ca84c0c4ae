import type { Db } from "../db/client.ts";
import type { DeliveryToSend } from "../db/webhook-deliveries.ts";
import * as deliveries from "../db/webhook-deliveries.ts";
import * as webhooks from "../db/webhooks.ts";
import { type Answer, exchange } from "./exchange.ts";
import type { Network } from "./network.ts";
import { signedHeaders } from "./sign.ts";

/** Sends a delivery once. The body is the same at each try, the time and the signature are not. */
export function attempt({ event, webhook }: DeliveryToSend, network: Network): Promise<Answer> {
  const now = new Date();
  const { previousSecret, previousSecretExpiresAt: until } = webhook;
  const secrets = previousSecret && until && until > now ? [webhook.secret, previousSecret] : [webhook.secret];
  const body = messageBody(event.payload);
  const message = { id: event.messageId, timestamp: Math.floor(now.getTime() / 1000), body };
  return exchange(new URL(webhook.url), signedHeaders(message, secrets), body, network);
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

/** @returns false when the delivery is gone, with its webhook */
export function keepAttempt(tx: Db, { id }: DeliveryToSend, answer: Answer): Promise<boolean> {
  const { status: responseStatus, body: responseBody, error, durationMs } = answer;
  return deliveries.addAttempt(tx, id, { responseStatus, responseBody, error, durationMs });
}
