import type { DeliveryToSend } from "../../db/webhook-deliveries.ts";
import { fault } from "../../words/happened.ts";
import { unseal } from "../sign/seal.ts";
import { signedHeaders } from "../sign/sign.ts";
import { type Answer, exchange } from "./exchange.ts";
import type { Network } from "./network.ts";

/** What came of a try; or that nothing could be sent, because there is nothing to sign with. */
export type Attempted = Answer & { unreadable?: true };

const NOT_SENT: Attempted = {
  unreadable: true,
  error: fault("secret_unreadable"),
  status: null,
  body: "",
  retryAfterSeconds: null,
  durationMs: 0,
  bytesRead: 0,
};

/** Sends a delivery once. The body is the same at each try, the time and the signature are not. */
export async function attempt({ event, webhook }: DeliveryToSend, network: Network): Promise<Attempted> {
  const now = new Date();
  const secret = unseal(webhook.secret, webhook.id);
  if (secret === null) return NOT_SENT;
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
