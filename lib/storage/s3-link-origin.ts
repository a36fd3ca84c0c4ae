import type { S3Settings } from "../env.ts";

/** The origin of the links that recordings play from, for pages to allow it. A test holds it against a real link. */
export function s3LinkOrigin({ publicEndpoint, endpoint, bucket, region, forcePathStyle }: S3Settings): string {
  const base = new URL(publicEndpoint ?? endpoint ?? `https://s3.${region}.amazonaws.com`);
  return forcePathStyle ? base.origin : `${base.protocol}//${bucket}.${base.host}`;
}
