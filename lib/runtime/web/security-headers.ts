import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

export type SecuritySettings = {
  /** Links are https: browsers are told to stay with it. */
  secure: boolean;
  /** Where recordings play from, besides this server: the store's origin, or null. */
  mediaOrigin: string | null;
  dev: boolean;
};

const YEAR_SECONDS = 31_536_000;

/** Camera and microphone are for the candidate's room alone. */
const DEVICES = "display-capture=(), geolocation=(), payment=(), usb=()";
const ROOM = /^\/interview\//;

/**
 * Puts on every answer what browsers are to keep to, and tells Next the nonce by which it marks its scripts: it reads it
 * from the request's own Content-Security-Policy. Links of candidates are secrets, so no address leaves by a Referer.
 */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  settings: SecuritySettings,
): void {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  const isApi = path.startsWith("/api/");
  const policy = isApi ? "default-src 'none'; frame-ancestors 'none'" : pagePolicy(settings);
  if (!isApi) request.headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("x-frame-options", "DENY");
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  const devices = ROOM.test(path) ? "camera=(self), microphone=(self)" : "camera=(), microphone=()";
  response.setHeader("permissions-policy", `${devices}, ${DEVICES}`);
  if (settings.secure) response.setHeader("strict-transport-security", `max-age=${YEAR_SECONDS}`);
}

/**
 * Only scripts with this answer's nonce run, and what they load (CSP level 3, `strict-dynamic`). Styles may stand in the
 * page: components set them on elements.
 */
function pagePolicy({ mediaOrigin, dev }: SecuritySettings): string {
  const nonce = randomBytes(16).toString("base64");
  const store = mediaOrigin ? ` ${mediaOrigin}` : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `media-src 'self' blob: data:${store}`,
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
