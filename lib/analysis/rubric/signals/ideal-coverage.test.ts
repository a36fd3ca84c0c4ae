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
const subject = new Set(points.flatMap((point) => [...point.keys()]));
const cover = (text: string) => idealCoverage(readSentences(text), { points, subject })?.share ?? Number.NaN;

test("grows with what is covered", () => {
  const [none, half, all] = [
    cover("It rains."),
    cover("An index slows each write."),
    cover("An index slows a write. The plan shows a scan."),
  ];
  expect(none).toBe(0);
  expect(half).toBeCloseTo(0.5, 10);
  expect(all).toBeCloseTo(1, 10);
});

test("a point made in one sentence is worth more than its words scattered", () => {
  expect(cover("An index slows each write.")).toBeGreaterThan(cover("An index helps. A write hurts."));
});

test("a word that is nearly right counts, and less than the right one", () => {
  expect(cover("An indez slows it.")).toBeGreaterThan(cover("It rains."));
  expect(cover("An indez slows it.")).toBeLessThan(cover("An index slows it."));
});

test("says how well each sentence makes a point", () => {
  const made = idealCoverage(readSentences("It rains. The plan shows a scan. An index helps."), {
    points,
    subject,
  })?.made;
  expect(made).toEqual([0, 1, 0.5]);
});

test("is not counted without an ideal answer", () => {
  expect(idealCoverage(readSentences("An index."), { points: [], subject })).toBeNull();
});

test("grammar helps a point that is made, and makes none by itself", () => {
  const negated = {
    points: [
      new Map([
        ["not", 0.2],
        ["scan", 1],
      ]),
    ],
    subject: new Set(["scan"]),
  };
  const value = (text: string) => idealCoverage(readSentences(text), negated)?.share ?? Number.NaN;
  expect(value("It is not so.")).toBe(0);
  expect(value("It does not scan.")).toBeGreaterThan(value("It does scan."));
});

test("of several right answers the closest one counts, with the points that it makes", () => {
  const other = [
    new Map([
      ["cach", 1],
      ["header", 1],
    ]),
  ];
  const expected = { points, alternatives: [other], subject: new Set([...subject, "cach", "header"]) };
  const sentences = readSentences("It rains. The cache headers are missing.");
  expect(idealCoverage(sentences, { points, subject })?.share).toBe(0);
  expect(idealCoverage(sentences, expected)).toEqual({ share: 1, made: [0, 1] });
});
