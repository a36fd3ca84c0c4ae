import { expect, test } from "vitest";
import { neighbour, positionAt } from "./marks.ts";

const marks = [
  { position: 1, text: "One", seconds: 4 },
  { position: 2, text: "Two", seconds: 48 },
  { position: 3, text: "Three", seconds: 95 },
];

test.each([
  [0, 0],
  [4, 1],
  [47, 1],
  [47.9, 2],
  [500, 3],
])("at %s s question %s is on", (seconds, position) => {
  expect(positionAt(marks, seconds)).toBe(position);
});

test("next and previous go from question to question and stop at the ends", () => {
  expect(neighbour(marks, 0, "next")).toBe(4);
  expect(neighbour(marks, 4, "next")).toBe(48);
  expect(neighbour(marks, 95, "next")).toBeNull();
  expect(neighbour(marks, 60, "previous")).toBe(48);
  expect(neighbour(marks, 49, "previous")).toBe(4);
  expect(neighbour(marks, 1, "previous")).toBe(4);
  expect(neighbour([], 10, "previous")).toBeNull();
});
