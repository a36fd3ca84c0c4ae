import { expect, test } from "vitest";
import { isUuid, parseCandidateId } from "./ids.ts";

test.each([
  ["1", 1],
  ["2147483647", 2_147_483_647],
  ["2147483648", null],
  ["0", null],
  ["-1", null],
  ["01", null],
  ["1.0", null],
  ["1e3", null],
  [" 1", null],
  ["", null],
])("candidate %j is %s", (text, id) => {
  expect(parseCandidateId(text)).toBe(id);
});

test("only what looks like a UUID reaches a UUID column", () => {
  expect(isUuid("00000000-0000-4000-8000-000000000000")).toBe(true);
  expect(isUuid("FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF")).toBe(true);
  expect(isUuid("{00000000-0000-4000-8000-000000000000}")).toBe(false);
  expect(isUuid("00000000-0000-4000-8000-000000000000 ")).toBe(false);
});
