import { createHash, randomBytes } from "node:crypto";

const FORM = /^tf_[\w-]{43}$/;
const SHOWN_LENGTH = 10;

/** A new key: 256 random bits, so a fast hash is enough to store it by. `prefix` recognises it in a list. */
export function newApiKey(): { plain: string; prefix: string; hash: string } {
  const plain = `tf_${randomBytes(32).toString("base64url")}`;
  return { plain, prefix: plain.slice(0, SHOWN_LENGTH), hash: hashApiKey(plain) };
}

/** Whether it could be a key at all: what does not even look like one needs no query. */
export function looksLikeApiKey(text: string): boolean {
  return FORM.test(text);
}

/** SHA-256, hex. */
export function hashApiKey(plain: string): string {
  return createHash("sha256").update(plain).digest("hex");
}
