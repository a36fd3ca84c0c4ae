import { describe, expect, it } from "vitest";
import { randomFrom } from "../domain/random.ts";
import { middleRating } from "./middle-rating.ts";
import { type Rated, type Rating, setCuts } from "./standard-setting.ts";

const many = (count: number, score: number, rating: Rating): Rated[] =>
  Array.from({ length: count }, (_, at) => ({ score: score + at / 10, rating }));

/** Three groups that do not touch: 20 to 21.4, 50 to 51.4, 80 to 81.4. */
const APART = [...many(15, 20, "failed"), ...many(15, 50, "borderline"), ...many(15, 80, "passed")];

describe("contrasting groups", () => {
  it("puts each cut in the middle between groups that do not touch, and nobody on the wrong side", () => {
    const { n, pass, fail } = setCuts({ rated: APART }, "contrasting_groups");
    expect(n).toBe(45);
    expect(pass).toMatchObject({ kind: "cut", cut: 65.7, below: 30, above: 15, falseAbove: 0, falseBelow: 0 });
    expect(fail).toMatchObject({ kind: "cut", cut: 35.7, below: 15, above: 30, falseAbove: 0, falseBelow: 0 });
  });

  it("says how many it puts on the wrong side, and on which", () => {
    const strays: Rated[] = [
      { score: 90, rating: "failed" },
      { score: 10, rating: "passed" },
      { score: 11, rating: "passed" },
    ];
    const { pass } = setCuts({ rated: [...APART, ...strays] }, "contrasting_groups");
    expect(pass).toMatchObject({ cut: 65.7, falseAbove: 1 / 48, falseBelow: 2 / 48 });
  });

  it("says the same whatever the order of the ratings, every time", () => {
    const once = setCuts({ rated: APART }, "contrasting_groups");
    expect(setCuts({ rated: APART.toReversed() }, "contrasting_groups")).toMatchObject({ pass: { cut: 65.7 } });
    expect(setCuts({ rated: APART }, "contrasting_groups")).toEqual(once);
  });

  it("finds the crossing of two groups that overlap, inside of its interval, which is narrower with more of them", () => {
    const widths = [40, 400].map((n) => {
      const { pass } = setCuts({ rated: overlapping(n) }, "contrasting_groups");
      if (pass.kind !== "cut") throw new Error(pass.kind);
      expect(pass.low).toBeLessThanOrEqual(pass.cut);
      expect(pass.high).toBeGreaterThanOrEqual(pass.cut);
      expect(pass.cut).toBeGreaterThan(45);
      expect(pass.cut).toBeLessThan(65);
      return pass.high - pass.low;
    });
    expect(widths[1]).toBeLessThan(widths[0] ?? 0);
  });

  it.each([
    ["all scores are the same", (_: number) => 50],
    ["better people have lower scores", (place: number) => 100 - place],
  ])("gives no cut where %s", (_, scoreAt) => {
    const rated = APART.map(({ rating }, at) => ({ rating, score: scoreAt(at) }));
    const none = { kind: "no_separation" };
    expect(setCuts({ rated }, "contrasting_groups")).toMatchObject({ pass: none, fail: none });
  });
});

describe("with too few", () => {
  it.each([
    ["interviews", [...many(9, 20, "failed"), ...many(10, 80, "passed")], { side: "all", n: 19, needed: 30 }],
    ["who passed", [...many(25, 20, "failed"), ...many(9, 80, "passed")], { side: "above", n: 9, needed: 10 }],
    ["who did not", [...many(9, 20, "failed"), ...many(25, 80, "passed")], { side: "below", n: 9, needed: 10 }],
    ["at all", [], { side: "all", n: 0, needed: 30 }],
  ] as const)("%s it says so, and gives no number", (_, rated, expected) => {
    expect(setCuts({ rated }, "contrasting_groups").pass).toEqual({ kind: "too_few", ...expected });
    expect(setCuts({ rated }, "angoff").pass).toEqual({ kind: "too_few", ...expected });
  });

  it("on one side of one cut the other still has its number", () => {
    const rated = [...many(5, 20, "failed"), ...many(15, 50, "borderline"), ...many(15, 80, "passed")];
    const { pass, fail } = setCuts({ rated }, "contrasting_groups");
    expect([pass.kind, fail.kind]).toEqual(["cut", "too_few"]);
  });
});

describe("Angoff", () => {
  const judges = (...expected: number[]) => expected.map((each, at) => ({ judge: `judge ${at}`, expected: each }));

  it("takes the mean of judges with its standard error, and tells how often that is wrong", () => {
    const judgements = { pass: judges(64, 60, 68, 64), fail: judges(30, 40, 35, 35) };
    const { pass, fail } = setCuts({ rated: APART, judgements }, "angoff");
    expect(pass).toMatchObject({ kind: "cut", cut: 64, falseAbove: 0, falseBelow: 0 });
    expect(pass).toMatchObject({ standardError: expect.closeTo(1.633, 3), low: 58.8, high: 69.2 });
    expect(fail).toMatchObject({ cut: 35, below: 15, above: 30 });
  });

  it("counts a judge of many questions once", () => {
    const judgements = { pass: [...judges(60, 70), { judge: "judge 1", expected: 50 }], fail: [] };
    expect(setCuts({ rated: APART, judgements }, "angoff").pass).toMatchObject({ cut: 60 });
  });

  it("takes two judges at least", () => {
    const judgements = { pass: judges(60), fail: [] };
    const none = { kind: "too_few_judges" };
    expect(setCuts({ rated: APART, judgements }, "angoff")).toMatchObject({ pass: none, fail: none });
  });
});

it("takes several people's ratings together by their middle", () => {
  expect(middleRating(["passed"])).toBe("passed");
  expect(middleRating(["passed", "failed", "passed"])).toBe("passed");
  expect(middleRating(["passed", "failed"])).toBe("borderline");
  expect(middleRating(["passed", "borderline"])).toBe("borderline");
});

/** Half of them around 45 and half around 65, ten points wide. */
function overlapping(n: number): Rated[] {
  const random = randomFrom(7);
  const normal = () => Array.from({ length: 12 }, random).reduce((sum, each) => sum + each, -6);
  return Array.from({ length: n }, (_, at) => {
    const score = Math.round((at % 2 === 0 ? 45 : 65) * 10 + normal() * 100) / 10;
    return { score, rating: at % 2 === 0 ? "failed" : "passed" };
  });
}
