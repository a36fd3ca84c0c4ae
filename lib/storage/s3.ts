import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as delay } from "node:timers/promises";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type MultipartUpload,
  NoSuchKey,
  PutObjectCommand,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { S3Settings } from "../env.ts";
import { inParallel } from "../in-parallel.ts";
import { checkedBody } from "./checked-body.ts";
import { tooLarge } from "./refusals.ts";
import { createS3Client, type S3Limits } from "./s3-client.ts";
import { encryptionHeaders } from "./s3-encryption.ts";
import { hasStatus, speakingToS3 } from "./s3-errors.ts";
import { listObjects, namesOf } from "./s3-list.ts";
import { probeBucket } from "./s3-probe.ts";
import { abortUploads, uploadFile } from "./s3-uploads.ts";
import { deleteVersions, knowsNoVersions } from "./s3-versions.ts";
import { assertKey, type ObjectStorage, parsePrefix } from "./storage.ts";

export type S3StorageOptions = {
  settings: S3Settings;
  /** Where work that needs local files is done: the storage on the local disk lends it. */
  scratch: Pick<ObjectStorage, "withScratch" | "removeAbandoned">;
  limits?: Partial<S3Limits>;
  /** Waits between the attempts at a whole upload or download, which come on top of the SDK's own at each request. */
  waitsMs?: readonly number[];
};

const DEFAULT_WAITS_MS = [1_000, 4_000];
/** Parts are about a second of recording each: an hour is 3,600 of them, fetched side by side. */
const DOWNLOADS_AT_ONCE = 16;
const DELETED_AT_ONCE = 16;

/**
 * Recordings in a bucket that speaks S3: a key is an object's name below the prefix. S3 shows an object only once it is whole, and
 * acknowledges it only once it is safe, so a part is acknowledged when S3 has done so.
 */
export function createS3Storage({
  settings,
  scratch,
  limits,
  waitsMs = DEFAULT_WAITS_MS,
}: S3StorageOptions): ObjectStorage {
  const client = createS3Client(settings, limits);
  const linking = createS3Client(settings, limits, settings.publicEndpoint ?? settings.endpoint);
  const encrypted = encryptionHeaders(settings.encryption);

  function locate(key: string): { Bucket: string; Key: string } {
    assertKey(key);
    return { Bucket: settings.bucket, Key: `${settings.prefix}${key}` };
  }

  async function download(key: string, path: string): Promise<string | null> {
    try {
      const { Body } = await client.send(new GetObjectCommand(locate(key)));
      await pipeline(asReadable(Body), createWriteStream(path));
      return path;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  return {
    /** A part is small (`maxBytes`), so it waits in memory: S3 wants its length and hash first, and a repeated request its bytes again. */
    async putPart(key, body, announced) {
      const at = locate(key);
      if (announced.length > announced.maxBytes) throw tooLarge(announced);
      const part = Buffer.concat(await Array.fromAsync(checkedBody(body, announced)));
      await speakingToS3("put", () => client.send(new PutObjectCommand({ ...at, ...encrypted, Body: part })));
    },

    async publish(key, localFile) {
      const at = locate(key);
      await speakingToS3("publish", () =>
        withAttempts(waitsMs, () => uploadFile(client, { ...at, ...encrypted }, localFile)),
      );
      await rm(localFile);
    },

    async stat(key) {
      const at = locate(key);
      return speakingToS3("stat", async () => {
        try {
          const { ContentLength = 0, LastModified } = await client.send(new HeadObjectCommand(at));
          return { sizeBytes: ContentLength, modifiedAt: LastModified ?? new Date(0) };
        } catch (error) {
          if (hasStatus(error, 404)) return null;
          throw error;
        }
      });
    },

    async withLocalFiles(keys, use) {
      for (const key of keys) assertKey(key);
      return scratch.withScratch(async (folder) => {
        const paths = await speakingToS3("download", () =>
          inParallel(keys, DOWNLOADS_AT_ONCE, (key, index) =>
            withAttempts(waitsMs, () => download(key, join(folder, String(index)))),
          ),
        );
        return use(paths);
      });
    },

    // What is worked on lies there as well.
    withScratch: (use, neededBytes = 0) => scratch.withScratch(use, 2 * neededBytes),

    async source(key, { expiresInSeconds, contentType, contentDisposition }) {
      const get = new GetObjectCommand({
        ...locate(key),
        ResponseContentType: contentType,
        ResponseContentDisposition: contentDisposition,
        ResponseCacheControl: "private, no-cache",
      });
      const expiresIn = expiresInSeconds;
      return { link: await speakingToS3("link", () => getSignedUrl(linking, get, { expiresIn })) };
    },

    list(prefix, after) {
      if (after !== undefined) assertKey(after);
      return listObjects(client, settings, parsePrefix(prefix), after);
    },

    async delete(key) {
      const at = locate(key);
      await speakingToS3("delete", () => client.send(new DeleteObjectCommand(at)));
    },

    async removeAll(prefix) {
      const wanted = parsePrefix(prefix);
      const names = namesOf(settings, wanted);
      await abortUploads(client, settings.bucket, names, () => true);
      return speakingToS3("remove", async () => {
        try {
          return await deleteVersions(client, settings.bucket, names);
        } catch (error) {
          if (!knowsNoVersions(error)) throw error;
          const files = await Array.fromAsync(listObjects(client, settings, wanted, undefined));
          await inParallel(files, DELETED_AT_ONCE, ({ key }) => client.send(new DeleteObjectCommand(locate(key))));
          return files.length;
        }
      });
    },

    async removeAbandoned(before) {
      const isOld = ({ Initiated }: MultipartUpload) => Initiated !== undefined && Initiated < before;
      const local = await scratch.removeAbandoned(before);
      return local + (await abortUploads(client, settings.bucket, settings.prefix, isOld));
    },

    check: () => probeBucket(settings, limits),
  };
}

/** Repeats what failed in a way that may pass: S3 away, slow or confused; not what S3 understood and refused. */
async function withAttempts<T>(waitsMs: readonly number[], attempt: () => Promise<T>): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await attempt();
    } catch (error) {
      if (isRefusal(error)) throw error;
      await delay(waitMs);
    }
  }
  return attempt();
}

/** An upload that S3 no longer knows (404) was completed or cleaned up behind our back: worth beginning anew. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  const { httpStatusCode: status = 0 } = error.$metadata;
  return status >= 400 && status < 500 && ![404, 408, 429].includes(status);
}

/** On Node an answer's body is a Node stream; the SDK's type allows for browsers too. */
function asReadable(body: unknown): Readable {
  if (body instanceof Readable) return body;
  throw new TypeError("S3 answered without a body.");
}
