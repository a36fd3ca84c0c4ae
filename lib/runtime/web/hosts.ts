import type { IncomingMessage } from "node:http";

/** A name or an IPv4 address, or an IPv6 address in brackets; perhaps with a port (RFC 3986 §3.2.2, without user names). */
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._~%!$&'()*+;=-]+)(:\d{0,5})?$/i;

/**
 * Whether a request says once, and understandably, whom it is for (RFC 9112 §3.2): of two Host headers a proxy may read one and we the
 * other. HTTP/1.0 needs none.
 */
export function hasOneHost({ rawHeaders }: Pick<IncomingMessage, "rawHeaders">): boolean {
  const hosts = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === "host");
  return hosts.length <= 1 && hosts.every((host) => host === "" || HOST.test(host));
}
