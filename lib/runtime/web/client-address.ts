import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * Who is asking, for rate limits and the record. Behind a proxy of ours that is the last address in X-Forwarded-For, the one the
 * proxy itself saw and added; everything before it the client may have made up. What is no address counts as the proxy's own, so
 * that nobody escapes being counted by a name of their own choice.
 * @returns one way of writing for each address: without a port, lower case, shortened as RFC 5952 says
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustProxy: boolean,
): string {
  const direct = canonical(socketAddress ?? "") ?? "unknown";
  if (!trustProxy) return direct;
  const chain = [forwardedFor ?? []].flat().join(",").split(",");
  return canonical(withoutPort(chain.at(-1)?.trim() ?? "")) ?? direct;
}

/** Some proxies add the client's port (203.0.113.57:40001, [2001:db8::1]:443): another one for each connection. */
function withoutPort(text: string): string {
  const [, bracketed] = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text) ?? [];
  return bracketed ?? text.replace(/^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/, "$1");
}

/** ::ffff:203.0.113.57 is 203.0.113.57, and a zone (fe80::1%eth0) is the machine's own name for one of its cables. */
function canonical(text: string): string | null {
  const address = text.replace(/%.*$/, "");
  return isIP(address) === 0 ? null : ipaddr.process(address).toString();
}
