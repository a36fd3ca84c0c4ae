import { createHash, randomBytes } from "node:crypto";

const PREFIX = "tfs_";
const TOKEN = /^tfs_[A-Za-z0-9_-]{43}$/;

/** A new token of 256 random bits: whoever holds it sees the interview. */
export function newShareToken(): string {
  return `${PREFIX}${randomBytes(32).toString("base64url")}`;
}

/** What is stored of a token: SHA-256, hex. Null for what cannot be one. */
export function hashShareToken(token: string): string | null {
  return TOKEN.test(token) ? createHash("sha256").update(token).digest("hex") : null;
}
