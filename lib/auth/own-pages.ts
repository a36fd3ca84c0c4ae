import { env } from "../env.ts";
import { AppError } from "../errors.ts";

const SAFE_METHODS = new Set(["GET", "HEAD"]);
/** What browsers say of a request that one of our own pages made, or the person themselves. */
const OWN = new Set([null, "same-origin", "none"]);

/**
 * Refuses a write by cookie that a page of somebody else's sent (OWASP, Cross-Site Request Forgery: fetch metadata, and the
 * origin where there is none). The cookie is SameSite=Lax already; this is for old browsers and for sites beside ours.
 * @throws AppError `forbidden`
 */
export function assertFromOwnPages(request: Request): void {
  if (SAFE_METHODS.has(request.method)) return;
  const origin = request.headers.get("origin");
  const own = OWN.has(request.headers.get("sec-fetch-site")) && (origin === null || isOwn(origin, request));
  if (!own) throw new AppError("forbidden:other_site");
}

/** By its public address, or by whichever other one the person has opened: cookies belong to that host alone. */
function isOwn(origin: string, request: Request): boolean {
  if (!URL.canParse(origin)) return false; // `null`, as sandboxed frames send it
  const { host } = new URL(origin);
  return origin === new URL(env().publicUrl).origin || host === request.headers.get("host");
}
