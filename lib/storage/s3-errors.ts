import { S3ServiceException } from "@aws-sdk/client-s3";
import { AppError } from "../errors.ts";
import { logger } from "../logger.ts";
import { storageFull, storageUnavailable } from "./refusals.ts";

/** Whether S3 answered with this HTTP status. */
export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
}

/**
 * Passes on what `work` answers. Whatever S3 or the way to it does wrong becomes `unavailable` (or `storage_full`), so that a client
 * keeps what it has and repeats; the log says what it was.
 */
export async function speakingToS3<T>(operation: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    logger.warn({ operation, ...describeS3Error(error) }, "storage failed");
    throw hasStatus(error, 507) ? storageFull() : storageUnavailable();
  }
}

/** What is safe to write down: no message, because S3's name the key. */
export function describeS3Error(error: unknown) {
  if (!(error instanceof Error)) return { error: typeof error };
  const described = { error: error.name, ...("code" in error ? { error_code: String(error.code) } : {}) };
  if (!(error instanceof S3ServiceException)) return described;
  const { httpStatusCode, requestId, attempts } = error.$metadata;
  return { ...described, status: httpStatusCode, s3_request_id: requestId, attempts };
}
