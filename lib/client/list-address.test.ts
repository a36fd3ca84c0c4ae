import { expect, test } from "vitest";
import { listAddressOf, oneOf, words } from "./list-address.ts";

const PEOPLE = listAddressOf("/people", { search: words("q"), role: oneOf("role", ["owner", "guest"]) });

test("filters and page survive their way through the address, under the names that it has for them", () => {
  const address = PEOPLE.format({ search: "ada & co", role: "owner", older: "1_x" });
  expect(address).toBe("/people?q=ada+%26+co&role=owner&older=1_x");
  const { searchParams } = new URL(address, "http://localhost");
  expect(PEOPLE.parse(Object.fromEntries(searchParams))).toEqual({ search: "ada & co", role: "owner", older: "1_x" });
});

test("nothing chosen is the plain address", () => {
  expect(PEOPLE.format({})).toBe("/people");
  expect(PEOPLE.format(PEOPLE.parse({ q: "", role: "", older: undefined }))).toBe("/people");
});

test("what makes no sense, was given twice or is nobody's is as if it were not there", () => {
  expect(PEOPLE.parse({ role: "king", q: ["a", "b"], constructor: "x", other: "y" })).toEqual({});
});

test("no more of a long text is taken than anybody looks for", () => {
  expect(PEOPLE.parse({ q: "x".repeat(5_000) }).search).toHaveLength(200);
});

test("what a filter does not have is told, shortened", () => {
  expect(PEOPLE.misread({ role: "king" }, "role")).toBe("king");
  expect(PEOPLE.misread({ role: "k".repeat(500) }, "role")).toHaveLength(40);
  expect(PEOPLE.misread({ role: "guest" }, "role")).toBeNull();
  expect(PEOPLE.misread({ role: ["king"] }, "role")).toBeNull();
  expect(PEOPLE.misread({}, "role")).toBeNull();
});
