import { expect, test } from "vitest";
import { eventWords, pretty, replayWords, statusWords } from "./words.ts";

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

test("how many events were missed is told in words", () => {
  expect(replayWords(0, false).title).toBe("Nothing was missed");
  expect(replayWords(1, false).title).toBe("One event is on its way");
  expect(replayWords(1200, false).title).toBe("1,200 events are on their way");
  expect(replayWords(5000, true).description).toContain("once more");
});

test("JSON is laid out, and what is none stays as it came", () => {
  expect(pretty('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(pretty("<h1>Bad gateway")).toBe("<h1>Bad gateway");
});
