import { expect, test } from "vitest";
import { toFileMoment, toRecordingSeconds } from "./media-time.ts";

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

test("a first segment that is not in the published file has no place there", () => {
  const aside = [
    { index: 0, startMs: null },
    { index: 1, startMs: 0 },
  ];
  expect(toRecordingSeconds({ segmentIndex: 0, segmentOffsetMs: 900 }, aside)).toBeNull();
});

/** Segments 0, 2 and 3 are in files beside the recording, whose own are 1 and 4. */
const FILES = {
  segments: [0, 1, 2, 3, 4].map((index) => ({ index, startMs: { 1: 0, 4: 7_000 }[index] ?? null })),
  sideFiles: [
    {
      segments: [0, 3],
      places: [
        { index: 0, startMs: 0 },
        { index: 3, startMs: 4_500 },
      ],
    },
    { segments: [2] },
  ],
};

test.each([
  [1, { file: 1, seconds: 1.2 }],
  [4, { file: 1, seconds: 8.2 }],
  [0, { file: 2, seconds: 1.2 }],
  [3, { file: 2, seconds: 5.7 }],
  [2, { file: 3, seconds: 1.2 }],
  [5, null],
])("1.2 s into segment %s is %j", (segmentIndex, moment) => {
  expect(toFileMoment({ segmentIndex, segmentOffsetMs: 1_200 }, FILES)).toEqual(moment);
});

test("what has no mark is in no file, and a file of many segments that does not say where they are has no places", () => {
  expect(toFileMoment({ segmentIndex: 0, segmentOffsetMs: null }, FILES)).toBeNull();
  const silent = { segments: [{ index: 1, startMs: 0 }], sideFiles: [{ segments: [0, 2] }] };
  expect(toFileMoment({ segmentIndex: 2, segmentOffsetMs: 10 }, silent)).toBeNull();
});
