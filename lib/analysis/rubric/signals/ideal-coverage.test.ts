import { expect, test } from "vitest";
import { readSentences } from "../../text/sentences.ts";
import { idealCoverage } from "./ideal-coverage.ts";

const points = [
  new Map([
    ["index", 1],
    ["write", 1],
  ]),
  new Map([
    ["plan", 1],
    ["scan", 1],
  ]),
];
const cover = (text: string) => idealCoverage(readSentences(text), points) ?? Number.NaN;

test("grows with what is covered, less with every step", () => {
  const [none, half, all] = [
    cover("It rains."),
    cover("An index slows each write."),
    cover("An index slows a write. The plan shows a scan."),
  ];
  expect(none).toBe(0);
  expect(half).toBeGreaterThan(0.5);
  expect(all).toBeCloseTo(1, 10);
});

test("a point made in one sentence is worth more than its words scattered", () => {
  expect(cover("An index slows each write.")).toBeGreaterThan(cover("An index helps. A write hurts."));
});

test("is not counted without an ideal answer", () => {
  expect(idealCoverage(readSentences("An index."), [])).toBeNull();
});
