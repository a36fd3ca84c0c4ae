import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandInput,
  type ListMultipartUploadsCommandOutput,
  type MultipartUpload,
  type PutObjectCommandInput,
  type S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { logger } from "../logger.ts";
import { describeS3Error } from "./s3-errors.ts";

type Target = Pick<PutObjectCommandInput, "ServerSideEncryption" | "SSEKMSKeyId"> & { Bucket: string; Key: string };

/**
 * Uploads a local file in pieces that S3 joins at the end, so that nobody ever sees half of it. On an error the SDK tells S3 to forget
 * the pieces; what S3 did not hear then, because it was away or we were killed, is told before the next upload to the same key.
 */
export async function uploadFile(client: S3Client, target: Target, localFile: string): Promise<void> {
  await abortUploads(client, target.Bucket, target.Key, ({ Key }) => Key === target.Key);
  const { size } = await stat(localFile);
  const body = createReadStream(localFile);
  try {
    await new Upload({ client, params: { ...target, Body: body, ContentLength: size } }).done();
  } finally {
    body.destroy();
  }
}

/**
 * Tells S3 to forget unfinished uploads below a prefix. They cost room but harm nothing, so a store that does not let us (they may not
 * be listed by everyone, or not at all) is no reason to fail: the log has it.
 *
 * @returns how many
 */
export async function abortUploads(
  client: S3Client,
  bucket: string,
  prefix: string,
  unwanted: (upload: MultipartUpload) => boolean,
): Promise<number> {
  let aborted = 0;
  try {
    for await (const { Key, UploadId } of listUploads(client, bucket, prefix, unwanted)) {
      await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }));
      aborted++;
    }
  } catch (error) {
    logger.warn(describeS3Error(error), "unfinished uploads stay");
  }
  return aborted;
}

async function* listUploads(
  client: S3Client,
  bucket: string,
  prefix: string,
  wanted: (upload: MultipartUpload) => boolean,
): AsyncGenerator<MultipartUpload> {
  let from: Pick<ListMultipartUploadsCommandInput, "KeyMarker" | "UploadIdMarker"> | null = {};
  while (from) {
    const list = new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix, ...from });
    const page: ListMultipartUploadsCommandOutput = await client.send(list);
    yield* page.Uploads?.filter(wanted) ?? [];
    from = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker } : null;
  }
}
