import { expect, test } from "vitest";
import { toRecordingSeconds } from "./media-time.ts";

const PUBLISHED = [
  { index: 0, startMs: 0 },
  { index: 1, startMs: 8_020 },
  { index: 2, startMs: null }, // could not be read
];

test.each([
  [{ segmentIndex: 0, segmentOffsetMs: 1_500 }, 1.5],
  [{ segmentIndex: 1, segmentOffsetMs: 2_000 }, 10.02],
  [{ segmentIndex: 2, segmentOffsetMs: 2_000 }, null],
  [{ segmentIndex: 7, segmentOffsetMs: 0 }, null],
  [{ segmentIndex: null, segmentOffsetMs: 100 }, null],
  [{ segmentIndex: 0, segmentOffsetMs: null }, null],
])("%j of the published file is %s s", (mark, seconds) => {
  expect(toRecordingSeconds(mark, PUBLISHED)).toBe(seconds);
});

test("before publication only the first segment has a place", () => {
  const running = [
    { index: 0, startMs: null },
    { index: 1, startMs: null },
  ];
  expect(toRecordingSeconds({ segmentIndex: 0, segmentOffsetMs: 900 }, running)).toBe(0.9);
  expect(toRecordingSeconds({ segmentIndex: 1, segmentOffsetMs: 900 }, running)).toBeNull();
});
