import { expect, test } from "vitest";
import { advisedLength } from "./time-words.ts";

test("a question without advice has no limit either", () => {
  expect(advisedLength(null, "en")).toBe("There is no time limit.");
  expect(advisedLength(180, "en")).toBe("About 3 minutes is plenty, and nothing is cut off.");
});
