import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from "@aws-sdk/client-s3";
import { inParallel } from "../in-parallel.ts";
import { hasStatus } from "./s3-errors.ts";

/** At a time: an hour of recording is 3,600 objects. */
const DELETED_AT_ONCE = 16;

type Version = { Key: string; VersionId: string | undefined };

/**
 * Deletes every version and every marker of deletion of the objects whose names begin so: where a bucket keeps versions, deleting an
 * object only hides it.
 *
 * @returns of how many objects
 * @throws whatever S3 says; where it refuses to let go of a version (403: the bucket locks it), after all others are gone
 */
export async function deleteVersions(client: S3Client, bucket: string, names: string): Promise<number> {
  const deleted = new Set<string>();
  const refused: unknown[] = [];
  const remove = async ({ Key, VersionId }: Version) => {
    try {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key, VersionId }));
      deleted.add(Key);
    } catch (error) {
      if (!hasStatus(error, 403)) throw error;
      refused.push(error);
    }
  };
  for await (const page of pagesOf(client, bucket, names)) await inParallel(page, DELETED_AT_ONCE, remove);
  if (refused.length > 0) throw refused[0];
  return deleted.size;
}

/** Whether the store knows no versions at all: then there is nothing but the objects themselves. */
export function knowsNoVersions(error: unknown): boolean {
  return hasStatus(error, 501) || hasStatus(error, 405);
}

async function* pagesOf(client: S3Client, bucket: string, names: string): AsyncGenerator<Version[]> {
  let from: Pick<ListObjectVersionsCommandInput, "KeyMarker" | "VersionIdMarker"> | null = {};
  while (from) {
    const list = new ListObjectVersionsCommand({ Bucket: bucket, Prefix: names, ...from });
    const page: ListObjectVersionsCommandOutput = await client.send(list);
    yield [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].flatMap(({ Key, VersionId }) =>
      Key === undefined ? [] : [{ Key, VersionId }],
    );
    from = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : null;
  }
}
