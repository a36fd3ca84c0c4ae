import { createHmac, timingSafeEqual } from "node:crypto";

const TOLERANCE_SECONDS = 300;

/**
 * Whether a message is from TalentFlow (Standard Webhooks). Needs Node, nothing else.
 * @param {Record<string, string>} headers of the request, in lower case
 * @param {string} body exactly as it came: parse it afterwards
 * @param {string} secret `whsec_…`
 */
export function isFromTalentFlow(headers, body, secret, now = Date.now()) {
  const id = headers["webhook-id"] ?? "";
  const timestamp = headers["webhook-timestamp"] ?? "";
  if (!(Math.abs(now / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest();
  // While a secret is being replaced there are two signatures: one that fits is enough.
  return (headers["webhook-signature"] ?? "").split(" ").some((signature) => {
    const given = Buffer.from(signature.replace(/^v1,/, ""), "base64");
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
