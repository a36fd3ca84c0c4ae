import { expect, test } from "vitest";
import { MAX_TEXT_LENGTH } from "../../../lib/contract/interview.ts";
import { appendWords, correctedFrom, meanConfidence } from "./answer-text.ts";

test("heard words follow what is there with one space", () => {
  expect(appendWords("", "I measure first.")).toBe("I measure first.");
  expect(appendWords("I measure first.", "Then I read.")).toBe("I measure first. Then I read.");
  expect(appendWords("A line\n", "and another")).toBe("A line\nand another");
  expect(appendWords("unchanged", "")).toBe("unchanged");
});

test("an answer never grows past what the server takes", () => {
  expect(appendWords("x".repeat(MAX_TEXT_LENGTH), "more")).toHaveLength(MAX_TEXT_LENGTH);
});

test("what was heard is told where it was corrected", () => {
  expect(correctedFrom("I used post grass", "I used Postgres")).toBe("I used post grass");
  expect(correctedFrom("I measure first. ", "I measure first.")).toBeNull();
  expect(correctedFrom("", "typed")).toBeNull();
  expect(correctedFrom("all of it was wrong", "")).toBe("all of it was wrong");
});

test("confidence is a mean, or unknown", () => {
  expect(meanConfidence([0.9, 0.8, 0.85])).toBe(0.85);
  expect(meanConfidence([])).toBeNull();
});
