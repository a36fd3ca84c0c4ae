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
 * signatures. What it lacks of unfinished uploads and of versions, listing and
 * deleting them, is added here.
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
  server.middleware.unshift(noteRequest, versions(store), unfinishedUploads(store));
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

/** Pages of two, so that whoever lists must go on. A bucket without versions lists its objects, as S3 does. */
function versions(store: S3Store): Middleware {
  return async (context, next) => {
    const { method, query, path } = context;
    if (method === "GET" && "versions" in query) {
      const all = store.versionsOf(query.prefix ?? "");
      const { "key-marker": key = "", "version-id-marker": id = "" } = query;
      const left = all.filter((version) => version.key > key || (version.key === key && version.id > id));
      context.type = "application/xml";
      context.body = listVersions(left.slice(0, 2), left.length > 2);
    } else if (method === "DELETE" && query.versionId) {
      const key = decodeURIComponent(path.split("/").slice(2).join("/"));
      const isLocked = store.locked.has(key);
      context.status = isLocked ? 403 : 204;
      if (isLocked) context.body = "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>";
      else store.deleteVersion(key, query.versionId);
    } else {
      await next();
    }
  };
}

function listVersions(page: ReturnType<S3Store["versionsOf"]>, isTruncated: boolean): string {
  const described = page.map(({ key, id, isMarker }) => {
    const name = isMarker ? "DeleteMarker" : "Version";
    return `<${name}><Key>${key}</Key><VersionId>${id}</VersionId></${name}>`;
  });
  const last = page.at(-1);
  const next = last
    ? `<NextKeyMarker>${last.key}</NextKeyMarker><NextVersionIdMarker>${last.id}</NextVersionIdMarker>`
    : "";
  return `<ListVersionsResult><IsTruncated>${isTruncated}</IsTruncated>${next}${described.join("")}</ListVersionsResult>`;
}

function list({ uploads }: S3Store, prefix: string): string {
  const found = [...uploads].filter(([, { key }]) => key.startsWith(prefix));
  const described = found.map(
    ([id, { key, startedAt }]) =>
      `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${startedAt.toISOString()}</Initiated></Upload>`,
  );
  return `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${described.join("")}</ListMultipartUploadsResult>`;
}
