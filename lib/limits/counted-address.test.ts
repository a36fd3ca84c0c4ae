import { expect, test } from "vitest";
import { countedAddress } from "./counted-address.ts";

test("every address of one /64 counts as one, the next network as another", () => {
  expect(countedAddress("2001:db8:1:2::1")).toBe("2001:db8:1:2::/64");
  expect(countedAddress("2001:db8:1:2:ffff:abcd::9")).toBe("2001:db8:1:2::/64");
  expect(countedAddress("2001:db8:1:3::1")).toBe("2001:db8:1:3::/64");
});

test.each(["203.0.113.57", "unknown"])("%s counts as itself", (address) => {
  expect(countedAddress(address)).toBe(address);
});
