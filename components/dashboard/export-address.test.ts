import { expect, test } from "vitest";
import { exportAddress } from "./export-address.ts";

test("an export keeps the filters of the list, and takes all its pages", () => {
  expect(exportAddress({ search: "ada & co", state: "to_review" }, "csv", true)).toBe(
    "/api/v1/exports/interviews?format=csv&bom=1&search=ada+%26+co&state=to_review",
  );
  expect(exportAddress({}, "xlsx", false)).toBe("/api/v1/exports/interviews?format=xlsx");
});
