import { expect, test } from "vitest";
import type { ReviewQuestion } from "../../../lib/contract/review.ts";
import { areCrowded, atInRecording, marksOf, neighbour, positionAt } from "./marks.ts";

const marks = [
  { position: 1, text: "One", file: 1, seconds: 4 },
  { position: 2, text: "Two", file: 1, seconds: 48 },
  { position: 3, text: "Three", file: 1, seconds: 95 },
];
const at = (seconds: number, file = 1) => ({ file, seconds });

test.each([
  [0, 0],
  [4, 1],
  [47, 1],
  [47.9, 2],
  [500, 3],
])("at %s s question %s is on", (seconds, position) => {
  expect(positionAt(marks, at(seconds))).toBe(position);
});

test("next and previous go from question to question and stop at the ends", () => {
  const from = (seconds: number, direction: "next" | "previous") => neighbour(marks, at(seconds), direction)?.seconds;
  expect(from(0, "next")).toBe(4);
  expect(from(4, "next")).toBe(48);
  expect(from(95, "next")).toBeUndefined();
  expect(from(60, "previous")).toBe(48);
  expect(from(49, "previous")).toBe(4);
  expect(from(1, "previous")).toBe(4);
  expect(neighbour([], at(10), "previous")).toBeNull();
});

/** Question 2 was recorded in another way, between 40 and 41 seconds of the recording; question 4 was typed. */
const STARTS = [40];
const ASKED = [
  { position: 1, media_file: 1, media_offset_seconds: 4 },
  { position: 2, media_file: 2, media_offset_seconds: 6 },
  { position: 3, media_file: 1, media_offset_seconds: 40 },
  { position: 4, media_file: 1, media_offset_seconds: null },
] as ReviewQuestion[];

test("a question in a file of its own stands where that file belongs", () => {
  const all = marksOf(ASKED, STARTS);
  expect(all.map(({ position }) => position)).toEqual([1, 2, 3]);
  expect(all.map((mark) => atInRecording(mark, STARTS))).toEqual([4, 40, 40]);
});

test("in a file of its own its own questions are on, and next and previous lead in and out of it", () => {
  const all = marksOf(ASKED, STARTS);
  expect(positionAt(all, at(6, 2))).toBe(2);
  expect(positionAt(all, at(5, 2))).toBe(0);
  expect(positionAt(all, at(39))).toBe(1);
  expect(neighbour(all, at(10), "next", STARTS)).toMatchObject({ position: 2, file: 2, seconds: 6 });
  expect(neighbour(all, at(6, 2), "next", STARTS)).toMatchObject({ position: 3, file: 1 });
  expect(neighbour(all, at(7, 2), "previous", STARTS)).toMatchObject({ position: 1, file: 1 });
  expect(neighbour(all, at(41), "previous", STARTS)).toMatchObject({ position: 2, file: 2 });
});

test("places that a finger could not tell apart are crowded, in whatever order they come", () => {
  expect(areCrowded([0, 40, 20], 100)).toBe(false);
  expect(areCrowded([0, 40, 33], 100)).toBe(true);
  expect(areCrowded([], 0)).toBe(false);
});
