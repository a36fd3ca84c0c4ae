import { BODY_LENGTH_HEADER } from "../contract/headers.ts";
import { AppError } from "../errors.ts";
import { parseRange } from "../recording/media/byte-range.ts";
import { contentDisposition } from "../recording/media/file-name.ts";
import { storage } from "../storage/configured.ts";
import { FILE_BODY_HEADER, formatFileBody } from "./file-body.ts";
import { respondError } from "./respond.ts";

/** Long enough to begin to play, too short to be passed around. */
const LINK_SECONDS = 300;

export type ServedFile = {
  storageKey: string;
  sizeBytes: number;
  mimeType: string;
  /** Hex; a new version of the file has another, so it is its strong ETag. */
  sha256: string;
  fileName: string;
  /** Save it rather than play it. */
  download: boolean;
};

/**
 * Answers GET and HEAD for a stored file: 200, 206 for one range, 304 for a known ETag, 416 beyond the end (RFC 9110
 * §13 and §14). The web process sends the file, as the client takes it. Where the storage can be read directly, GET answers
 * 302 to a short-lived link instead, and the storage serves the ranges.
 */
export async function serveMedia(request: Request, file: ServedFile): Promise<Response> {
  const etag = `"${file.sha256}"`;
  const disposition = contentDisposition(file.download ? "attachment" : "inline", file.fileName);
  const headers = new Headers({
    etag,
    "accept-ranges": "bytes",
    "cache-control": "private, no-cache",
    "content-type": file.mimeType,
    "content-disposition": disposition,
    "x-content-type-options": "nosniff",
  });
  if (matches(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });

  const ifRange = request.headers.get("if-range");
  const wanted = ifRange === null || ifRange === etag ? request.headers.get("range") : null;
  const range = parseRange(wanted, file.sizeBytes);
  if (range.kind === "unsatisfiable") return refuseRange(request, file.sizeBytes);

  const partial = range.kind === "range";
  const { start, end } = partial ? range : { start: 0, end: file.sizeBytes - 1 };
  if (request.method !== "HEAD") {
    const source = await storage().source(file.storageKey, {
      expiresInSeconds: LINK_SECONDS,
      contentType: file.mimeType,
      contentDisposition: disposition,
    });
    if ("link" in source) {
      return new Response(null, { status: 302, headers: { location: source.link, "cache-control": "no-store" } });
    }
    headers.set(FILE_BODY_HEADER, formatFileBody({ path: source.path, start, end }));
  }
  headers.set(BODY_LENGTH_HEADER, String(end - start + 1));
  if (partial) headers.set("content-range", `bytes ${start}-${end}/${file.sizeBytes}`);
  return new Response(null, { status: partial ? 206 : 200, headers });
}

function matches(ifNoneMatch: string | null, etag: string): boolean {
  const known = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return known?.some((tag) => tag === etag || tag === "*") ?? false;
}

function refuseRange(request: Request, sizeBytes: number): Response {
  const refused = respondError(new AppError("range_not_satisfiable"), request);
  refused.headers.set("content-range", `bytes */${sizeBytes}`);
  return refused;
}
