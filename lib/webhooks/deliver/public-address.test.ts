import { expect, test } from "vitest";
import { isPublicAddress } from "./public-address.ts";

test.each(["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8"])("%s is public", (a) => {
  expect(isPublicAddress(a)).toBe(true);
});

test.each([
  ["loopback", "127.0.0.1"],
  ["all of loopback", "127.255.255.254"],
  ["unspecified", "0.0.0.0"],
  ["this network", "0.1.2.3"],
  ["private", "10.0.0.1"],
  ["private", "172.31.255.255"],
  ["private", "192.168.1.1"],
  ["carrier-grade NAT", "100.64.0.1"],
  ["Alibaba's metadata", "100.100.100.200"],
  ["link-local and metadata", "169.254.169.254"],
  ["Azure's metadata", "168.63.129.16"],
  ["Oracle's metadata", "192.0.0.192"],
  ["benchmarks", "198.18.0.1"],
  ["documentation", "203.0.113.9"],
  ["multicast", "224.0.0.1"],
  ["reserved", "240.0.0.1"],
  ["broadcast", "255.255.255.255"],
  ["loopback", "::1"],
  ["unspecified", "::"],
  ["IPv4-mapped loopback", "::ffff:127.0.0.1"],
  ["IPv4-mapped in hexadecimal", "::ffff:a9fe:a9fe"],
  ["IPv4-compatible", "::127.0.0.1"],
  ["unique local", "fd00:ec2::254"],
  ["unique local", "fc00::1"],
  ["link-local", "fe80::1"],
  ["site-local", "fec0::1"],
  ["multicast", "ff02::1"],
  ["6to4 of loopback", "2002:7f00:1::"],
  ["Teredo", "2001:0:7f00:1::"],
  ["NAT64 of loopback", "64:ff9b::7f00:1"],
  ["NAT64 of one's own", "64:ff9b:1::a00:1"],
  ["documentation", "2001:db8::1"],
  ["discard", "100::1"],
  ["no address at all", "localhost"],
])("an address of %s is not: %s", (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});
