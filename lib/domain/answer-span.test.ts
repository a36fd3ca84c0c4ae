import { expect, test } from "vitest";
import { isOnlySpoken, spanOf } from "./answer-span.ts";

const at = (segmentIndex: number | null, segmentOffsetMs: number | null = 0) => ({ segmentIndex, segmentOffsetMs });
const answer = { text: "", answeredBy: "voice", durationSeconds: 30, ...at(1, 5_000) };

test.each([
  [{}, true],
  [{ answeredBy: "both" }, true],
  [{ answeredBy: null }, true],
  [{ answeredBy: "text" }, true],
  [{ text: " \n" }, true],
  [{ answeredBy: "skipped" }, false],
  [{ text: "written" }, false],
  [at(null, null), false],
])("with %j an answer may be in the recording alone: %s", (more, expected) => {
  expect(isOnlySpoken({ ...answer, ...more })).toBe(expected);
});

test("an answer ends after its duration or where the nearest thing begins", () => {
  const marks = [at(0, 90_000), at(1, 4_000), answer, at(2, 0), at(1, 60_000), at(null, null), at(1, null)];
  expect(spanOf(answer, marks)).toEqual({
    from: { segmentIndex: 1, offsetMs: 5_000 },
    until: { segmentIndex: 1, offsetMs: 60_000 },
    longestMs: 30_000,
  });
});

test.each([null, 0])("a duration of %s says nothing", (durationSeconds) => {
  expect(spanOf({ ...answer, durationSeconds }, [answer])).toMatchObject({ until: null, longestMs: null });
});

test("without a mark nobody knows where", () => {
  expect(spanOf({ ...answer, ...at(null, null) }, [])).toBeNull();
});
