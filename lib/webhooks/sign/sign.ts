import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";

/** The specification wants 24 to 64 bytes. */
const SECRET_BYTES = 32;

/** A secret of a webhook, as Standard Webhooks writes it: `whsec_` and the bytes in base64. */
export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64");
}

/** When an attempt is made, in whole seconds since 1970: signed with it, so that an old message cannot be sent again. */
type Message = { id: string; timestamp: number; body: string };

/**
 * The headers of a message (Standard Webhooks 1.0.0): HMAC-SHA256 over `id.timestamp.body`, one signature for each secret.
 * Two are valid at a time while a secret is being changed.
 */
export function signedHeaders({ id, timestamp, body }: Message, secrets: readonly string[]): Record<string, string> {
  const content = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(content).digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  };
}
