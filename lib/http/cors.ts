import * as apiKeys from "../db/api-keys.ts";
import { db } from "../db/client.ts";
import { IDEMPOTENCY_KEY_HEADER } from "./idempotency.ts";

const ALLOWED_HEADERS = `authorization, content-type, range, ${IDEMPOTENCY_KEY_HEADER}`;
const EXPOSED_HEADERS =
  "accept-ranges, content-disposition, content-range, etag, idempotent-replayed, ratelimit, ratelimit-policy, retry-after, x-request-id";
const REMEMBERED_SECONDS = 600;

/**
 * Lets pages of another origin read an answer, where the API key that asked names that origin. Without one, and for cookies,
 * the door stays closed: no header, and browsers refuse.
 */
export function allowOrigin(response: Response, request: Request, origins: readonly string[]): Response {
  const origin = request.headers.get("origin");
  if (origin === null || !origins.includes(origin)) return response;
  response.headers.set("access-control-allow-origin", origin);
  response.headers.set("access-control-expose-headers", EXPOSED_HEADERS);
  response.headers.append("vary", "origin");
  return response;
}

/** Answers a preflight, which carries no key yet: an origin may ask when any key that opens something names it. */
export async function preflight(request: Request, methods: readonly string[]): Promise<Response> {
  const headers = new Headers({ allow: [...methods, "OPTIONS"].join(", "), vary: "origin" });
  const origin = request.headers.get("origin");
  if (origin !== null && request.headers.has("access-control-request-method")) {
    if (await apiKeys.anyNamesOrigin(db(), origin)) {
      headers.set("access-control-allow-origin", origin);
      headers.set("access-control-allow-methods", methods.join(", "));
      headers.set("access-control-allow-headers", ALLOWED_HEADERS);
      headers.set("access-control-max-age", String(REMEMBERED_SECONDS));
    }
  }
  return new Response(null, { status: 204, headers });
}
