import ipaddr from "ipaddr.js";

/** Global unicast: all that the internet routes (RFC 4291, section 2.5.4, and IANA's allocation of 2000::/3). */
const GLOBAL_V6 = ipaddr.parseCIDR("2000::/3");

/** Answers inside Azure's machines only, though it looks public: it hands out what a machine is configured with. */
const METADATA = ["168.63.129.16"];

/**
 * Whether an address belongs to the open internet. Everything special is not: private and loopback networks, link-local with
 * the clouds' metadata, carrier-grade NAT, multicast, the forms of IPv6 that wrap another address, documentation, reserved.
 *
 * @param address IPv4 or IPv6 as DNS answers it
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address); // ::ffff:10.0.0.1 is 10.0.0.1
  if (parsed.range() !== "unicast" || METADATA.includes(parsed.toString())) return false;
  return parsed.kind() === "ipv4" || parsed.match(GLOBAL_V6);
}
