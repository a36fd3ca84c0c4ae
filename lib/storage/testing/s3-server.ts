import { tmpdir } from "node:os";
import S3rver, { type Middleware } from "s3rver";
import type { S3Settings } from "../../env.ts";
import { S3Store } from "./s3-store.ts";

export const BUCKET = "interviews";

export type S3Server = {
  store: S3Store;
  port: number;
  /** What each request asked for so far: method, path and query, and the headers. */
  requests: { method: string; url: string; headers: Record<string, string | string[] | undefined> }[];
  close(): Promise<void>;
};

/**
 * A server on loopback that speaks S3 (s3rver), with one empty bucket in memory. It knows key ids and when links end, but computes no
 * signatures. What it lacks of unfinished uploads, listing and aborting them, is added here.
 */
export async function startS3Server(): Promise<S3Server> {
  const server = new S3rver({ address: "127.0.0.1", port: 0, silent: true, directory: tmpdir() });
  const store = new S3Store(BUCKET);
  server.store = store;
  server.context.store = store;
  const requests: S3Server["requests"] = [];
  const noteRequest: Middleware = async ({ method, path, query, headers }, next) => {
    requests.push({ method, url: `${path}?${new URLSearchParams(query)}`, headers });
    await next();
  };
  server.middleware.unshift(noteRequest, unfinishedUploads(store));
  const { port } = await server.run();
  const close = async () => {
    const closed = server.close();
    server.httpServer.closeAllConnections(); // a reader that stands still would keep it open
    await closed;
  };
  return { store, port, requests, close };
}

/** How to reach a server, directly or through a proxy before it. */
export function s3Settings(port: number, more: Partial<S3Settings> = {}): S3Settings {
  return {
    driver: "s3",
    bucket: BUCKET,
    region: "us-east-1",
    endpoint: `http://127.0.0.1:${port}`,
    publicEndpoint: undefined,
    prefix: "",
    forcePathStyle: true,
    credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
    encryption: undefined,
    ...more,
  };
}

function unfinishedUploads(store: S3Store): Middleware {
  return async (context, next) => {
    const { method, query } = context;
    if (method === "DELETE" && query.uploadId) {
      context.status = store.uploads.delete(query.uploadId) ? 204 : 404;
    } else if (method === "GET" && "uploads" in query) {
      context.type = "application/xml";
      context.body = list(store, query.prefix ?? "");
    } else {
      await next();
    }
  };
}

function list({ uploads }: S3Store, prefix: string): string {
  const found = [...uploads].filter(([, { key }]) => key.startsWith(prefix));
  const described = found.map(
    ([id, { key, startedAt }]) =>
      `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${startedAt.toISOString()}</Initiated></Upload>`,
  );
  return `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${described.join("")}</ListMultipartUploadsResult>`;
}
