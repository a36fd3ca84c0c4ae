import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { deploymentSecret } from "./deployment-secret.ts";

/*
 * How secrets stand in the database: sealed, so that a copy of the database alone signs and proves nothing.
 * AES-256-GCM (NIST SP 800-38D) with a key derived from the deployment's secret by HKDF-SHA-256 (RFC 5869).
 */

/** What it begins with; nothing that is not sealed does. */
export const SEALED_PREFIX = "sealed1:";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a secret is for: sealed for one use it cannot be opened for another. */
export type Use = "webhook-secret" | "second-factor-secret";

/**
 * Seals a secret for the row with this id: in any other row it cannot be opened.
 * @returns `sealed1:` and nonce, ciphertext and tag in base64url
 */
export function seal(use: Use, secret: string, rowId: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key(use), nonce, { authTagLength: TAG_BYTES }).setAAD(
    Buffer.from(rowId),
  );
  const sealed = Buffer.concat([nonce, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return SEALED_PREFIX + sealed.toString("base64url");
}

/**
 * The secret that stands sealed in a row.
 * @returns null when it cannot be opened: the deployment's secret is another now, or the row was tampered with
 */
export function unseal(use: Use, stored: string, rowId: string): string | null {
  if (!isSealed(stored)) return null;
  const bytes = Buffer.from(stored.slice(SEALED_PREFIX.length), "base64url");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv("aes-256-gcm", key(use), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(rowId)).setAuthTag(bytes.subarray(-TAG_BYTES));
  const opened = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([opened, decipher.final()]).toString("utf8");
  } catch {
    return null; // the tag does not fit: GCM says no more than that
  }
}

export function isSealed(stored: string): boolean {
  return stored.startsWith(SEALED_PREFIX);
}

/** The words at the end keep this use of the deployment's secret apart from any other. */
function key(use: Use): Buffer {
  return Buffer.from(hkdfSync("sha256", deploymentSecret(), "", use, 32));
}
