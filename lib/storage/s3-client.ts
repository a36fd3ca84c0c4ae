import { S3Client } from "@aws-sdk/client-s3";
import type { S3Settings } from "../env.ts";

export type S3Limits = {
  /** How long a connection may take to be made. */
  connectMs: number;
  /** How long one request may take until its answer begins, and how long an answer may stand still. */
  requestMs: number;
  /** How often the SDK sends a request that failed in a way that may pass. */
  attempts: number;
};

/** 30 s is 8 MiB at 2 Mbps: a slow store is waited for, a dead one is not. */
const DEFAULT_LIMITS: S3Limits = { connectMs: 3_000, requestMs: 30_000, attempts: 3 };

/** Above the number of candidates that one server is measured with. */
const MAX_SOCKETS = 128;

/** @param endpoint instead of the settings' own: links for browsers may need another */
export function createS3Client(
  settings: S3Settings,
  limits: Partial<S3Limits> = {},
  endpoint: string | undefined = settings.endpoint,
): S3Client {
  const { connectMs, requestMs, attempts } = { ...DEFAULT_LIMITS, ...limits };
  const { region, forcePathStyle, credentials } = settings;
  return new S3Client({
    region,
    forcePathStyle,
    maxAttempts: attempts,
    // Many stores that speak S3 do not know the newer checksums; every request's body is signed with its hash anyway.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: connectMs,
      requestTimeout: requestMs,
      throwOnRequestTimeout: true,
      socketTimeout: requestMs,
      httpAgent: { keepAlive: true, maxSockets: MAX_SOCKETS },
      httpsAgent: { keepAlive: true, maxSockets: MAX_SOCKETS },
    },
    ...(endpoint ? { endpoint } : {}),
    ...(credentials ? { credentials } : {}),
  });
}
