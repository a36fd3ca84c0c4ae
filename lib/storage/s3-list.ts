import { ListObjectsV2Command, type ListObjectsV2CommandOutput, type S3Client } from "@aws-sdk/client-s3";
import type { S3Settings } from "../env.ts";
import { speakingToS3 } from "./s3-errors.ts";
import type { ListedFile } from "./storage.ts";

/** Everything below a folder of keys, behind `after`, page by page. */
export async function* listObjects(
  client: S3Client,
  { bucket, prefix }: Pick<S3Settings, "bucket" | "prefix">,
  folder: string,
  after: string | undefined,
): AsyncGenerator<ListedFile> {
  const below = { Bucket: bucket, Prefix: `${prefix}${folder}/` };
  let from: { StartAfter?: string; ContinuationToken?: string } | null = after
    ? { StartAfter: `${prefix}${after}` }
    : {};
  while (from) {
    const list = new ListObjectsV2Command({ ...below, ...from });
    const page: ListObjectsV2CommandOutput = await speakingToS3("list", () => client.send(list));
    for (const { Key = "", Size = 0 } of page.Contents ?? []) yield { key: Key.slice(prefix.length), sizeBytes: Size };
    from = page.NextContinuationToken ? { ContinuationToken: page.NextContinuationToken } : null;
  }
}
