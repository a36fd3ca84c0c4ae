import { createHash, randomBytes } from "node:crypto";

/** Keys of the first version said neither. */
const FORM = /^tf_(?:live_|test_)?[\w-]{43}$/;
/** As much of its random part as recognises a key and does not weaken it. */
const SHOWN_SIGNS = 6;

/** A new key: 256 random bits, so a fast hash is enough to store it by. `prefix` recognises it in a list. */
export function newApiKey(kind: "live" | "test"): { plain: string; prefix: string; hash: string } {
  const begin = `tf_${kind}_`;
  const plain = `${begin}${randomBytes(32).toString("base64url")}`;
  return { plain, prefix: plain.slice(0, begin.length + SHOWN_SIGNS), hash: hashApiKey(plain) };
}

/** Whether it could be a key at all: what does not even look like one needs no query. */
export function looksLikeApiKey(text: string): boolean {
  return FORM.test(text);
}

/** SHA-256, hex. */
export function hashApiKey(plain: string): string {
  return createHash("sha256").update(plain).digest("hex");
}
