import { expect, test } from "vitest";
import { listAddress, parseListAddress, unknownState } from "./list-address.ts";

test("a filter survives its way through the address", () => {
  const filter = { search: "ada & co", state: "to_review", older: "1_x", newer: undefined } as const;
  const { searchParams } = new URL(listAddress(filter), "http://localhost");
  expect(parseListAddress(Object.fromEntries(searchParams))).toEqual(filter);
});

test("nothing chosen is the plain address", () => {
  expect(listAddress({})).toBe("/dashboard");
  expect(listAddress(parseListAddress({ q: "", state: "" }))).toBe("/dashboard");
});

test("what makes no sense in an address is as if it were not there", () => {
  expect(parseListAddress({ state: "'; DROP TABLE", q: ["a", "b"] })).toEqual({});
});

test("a state that there is not is told, shortened", () => {
  expect(unknownState({ state: "zzz" })).toBe("zzz");
  expect(unknownState({ state: "z".repeat(500) })).toHaveLength(40);
  expect(unknownState({ state: "another_look" })).toBeNull();
  expect(unknownState({ state: ["to_review", "zzz"] })).toBeNull();
  expect(unknownState({})).toBeNull();
});
