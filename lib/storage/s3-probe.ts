import { randomUUID } from "node:crypto";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3ServiceException } from "@aws-sdk/client-s3";
import type { S3Settings } from "../env.ts";
import { createS3Client, type S3Limits } from "./s3-client.ts";
import { encryptionHeaders } from "./s3-encryption.ts";

/** No storage key begins with a dot, so this never meets a recording. */
const CHECK_FOLDER = ".check/";

/**
 * Writes a few bytes to the bucket, reads them back and removes them, which is all that recordings need.
 *
 * @param limits one attempt is made unless they say otherwise: whoever asks, asks again
 * @throws whatever S3 or the way to it said
 */
export async function probeBucket(settings: S3Settings, limits: Partial<S3Limits> = {}): Promise<void> {
  const client = createS3Client(settings, { attempts: 1, ...limits });
  try {
    const at = { Bucket: settings.bucket, Key: `${settings.prefix}${CHECK_FOLDER}${randomUUID()}` };
    const written = randomUUID();
    await client.send(new PutObjectCommand({ ...at, ...encryptionHeaders(settings.encryption), Body: written }));
    const { Body } = await client.send(new GetObjectCommand(at));
    const read = await Body?.transformToString();
    await client.send(new DeleteObjectCommand(at));
    if (read !== written) throw new Error("The bucket gave back other bytes than it took.");
  } finally {
    client.destroy();
  }
}

/** What went wrong with a bucket, for whoever set it up. One line. */
export function bucketProblem(error: unknown): string {
  if (!(error instanceof Error)) return "no reason given";
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const said = `${first.message || ("code" in first ? first.code : "no reason given")}`.split("\n")[0];
  return error instanceof S3ServiceException ? `${error.name}: ${said}` : (said ?? "");
}
