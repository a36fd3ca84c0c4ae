import type { IncomingMessage } from "node:http";
import { ownAddress } from "../../auth/own-address.ts";

const COOKIE = /^(__Secure-|__Host-)?next-auth\.callback-url=/;

/**
 * Signing in takes where to go next from the query and from a cookie of its own, and fails as "configuration" over what it cannot
 * read: neither reaches it unless it leads to a page of ours. (What stands in the body is read by `redirect` in lib/auth/options.ts.)
 */
export function tidyCallbackUrl(request: Pick<IncomingMessage, "url" | "headers">, publicUrl: string): void {
  const [path = "/", query] = (request.url ?? "/").split(/\?(.*)/s);
  if (!path.startsWith("/api/auth/")) return;
  if (query) request.url = `${path}?${withOwnAddresses(query, publicUrl)}`;
  const { cookie } = request.headers;
  if (cookie !== undefined) request.headers.cookie = withoutCallback(cookie);
}

function withOwnAddresses(query: string, publicUrl: string): string {
  const parameters = new URLSearchParams(query);
  const wanted = parameters.get("callbackUrl");
  if (wanted !== null) parameters.set("callbackUrl", ownAddress(wanted, publicUrl));
  return parameters.toString();
}

/** The page that asks always says where to go next; the cookie would only bring back what was said some time ago. */
function withoutCallback(cookie: string): string {
  const pairs = cookie.split(";").map((pair) => pair.trim());
  return pairs.filter((pair) => !COOKIE.test(pair)).join("; ");
}
