import { isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";

/** What one household or one server is given of IPv6 (RFC 6177, RFC 7934): its holder takes any of 2^64 addresses at will. */
const HELD_BITS = 64;

/**
 * What an address is counted as: itself, and in IPv6 the network that it is one of, as `2001:db8::/64`.
 * @param address as lib/runtime/web/client-address.ts writes it
 */
export function countedAddress(address: string): string {
  if (!isIPv6(address)) return address;
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/${HELD_BITS}`)}/${HELD_BITS}`;
}
