import { expect, test } from "vitest";
import { eventWords, pretty, statusWords } from "./words.ts";

test("a delivery that failed and is tried again is told apart from one that waits", () => {
  expect(statusWords({ status: "pending", attempt_count: 0 }).label).toBe("On its way");
  expect(statusWords({ status: "pending", attempt_count: 2 }).label).toBe("Tried again");
  expect(statusWords({ status: "delivered", attempt_count: 3 }).label).toBe("Delivered");
});

test("what a webhook listens to is told in a few words", () => {
  expect(eventWords([])).toBe("All events");
  expect(eventWords(["decision.made"])).toBe("decision.made");
  expect(eventWords(["decision.made", "recording.ready"])).toBe("2 kinds of events");
});

test("JSON is laid out, and what is none stays as it came", () => {
  expect(pretty('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(pretty("<h1>Bad gateway")).toBe("<h1>Bad gateway");
});
