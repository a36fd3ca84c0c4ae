import type { S3Settings } from "../env.ts";

/** What a request that writes an object asks to encrypt it with. */
export function encryptionHeaders(encryption: S3Settings["encryption"]) {
  if (!encryption) return {};
  if (encryption.algorithm === "AES256") return { ServerSideEncryption: "AES256" } as const;
  return { ServerSideEncryption: "aws:kms", SSEKMSKeyId: encryption.keyId } as const;
}
