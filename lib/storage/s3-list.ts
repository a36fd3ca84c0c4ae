import { ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import type { S3Settings } from "../env.ts";
import { speakingToS3 } from "./s3-errors.ts";
import type { ListedFile, Prefix } from "./storage.ts";

/** What the names of the objects begin with that a prefix means. */
export function namesOf({ prefix }: Pick<S3Settings, "prefix">, { folder, start }: Prefix): string {
  return `${prefix}${folder}/${start}`;
}

/**
 * Everything that a prefix means, behind `after`, page by page until one is empty: each says by itself where it begins, so that
 * no store has to remember where it was.
 */
export async function* listObjects(
  client: S3Client,
  settings: Pick<S3Settings, "bucket" | "prefix">,
  wanted: Prefix,
  after: string | undefined,
): AsyncGenerator<ListedFile> {
  const { bucket, prefix } = settings;
  const below = { Bucket: bucket, Prefix: namesOf(settings, wanted) };
  for (let from = after ? `${prefix}${after}` : undefined; ; ) {
    const list = new ListObjectsV2Command({ ...below, StartAfter: from });
    const { Contents = [] } = await speakingToS3("list", () => client.send(list));
    for (const { Key = "", Size = 0 } of Contents) yield { key: Key.slice(prefix.length), sizeBytes: Size };
    from = Contents.at(-1)?.Key;
    if (from === undefined) return;
  }
}
