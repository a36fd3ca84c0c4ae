import { expect, it } from "vitest";
import { parseRange } from "./byte-range.ts";

const range = (start: number, end: number) => ({ kind: "range", start, end });
const WHOLE = { kind: "whole" };
const UNSATISFIABLE = { kind: "unsatisfiable" };

it.each([
  ["bytes=0-499", range(0, 499)],
  ["bytes=500-999", range(500, 999)],
  ["bytes=0-0", range(0, 0)],
  ["bytes=999-999", range(999, 999)],
  ["bytes=0-", range(0, 999)],
  ["bytes=300-", range(300, 999)],
  ["bytes=900-2000", range(900, 999)],
  ["bytes=0-99999999999999999999999999", range(0, 999)],
  ["bytes=-500", range(500, 999)],
  ["bytes=-1", range(999, 999)],
  ["bytes=-5000", range(0, 999)],
  ["Bytes=0-1", range(0, 1)],
  ["  bytes= 0-1 ", range(0, 1)],
])("of 1000 bytes, %j asks for a range", (header, expected) => {
  expect(parseRange(header, 1000)).toEqual(expected);
});

it.each(["bytes=1000-", "bytes=1000-1001", "bytes=99999999999999999999999999-", "bytes=-0"])(
  "of 1000 bytes, %j can't be given",
  (header) => {
    expect(parseRange(header, 1000)).toEqual(UNSATISFIABLE);
  },
);

it.each([
  ["no header", null],
  ["an empty header", ""],
  ["another unit", "items=0-5"],
  ["no numbers", "bytes=-"],
  ["nothing after the unit", "bytes="],
  ["a last byte before the first", "bytes=5-4"],
  ["a negative number", "bytes=--5"],
  ["a fraction", "bytes=0.5-9"],
  ["a hexadecimal number", "bytes=0x1-0x5"],
  ["words", "bytes=first-last"],
  ["several ranges", "bytes=0-1,5-9"],
  ["something after the range", "bytes=0-5;q=1"],
])("%s means the whole file", (_what, header) => {
  expect(parseRange(header, 1000)).toEqual(WHOLE);
});

it("an empty file has no range but can be had whole", () => {
  expect(parseRange("bytes=0-", 0)).toEqual(UNSATISFIABLE);
  expect(parseRange("bytes=-5", 0)).toEqual(WHOLE);
});
