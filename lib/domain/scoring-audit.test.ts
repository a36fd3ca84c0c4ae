import { expect, it } from "vitest";
import { AUDIT_LIMITS, AUDIT_MEASURES, findingOf } from "./scoring-audit.ts";

it("holds up to its limit, and what computers lose in adding up breaks nothing", () => {
  for (const measure of AUDIT_MEASURES) {
    const { atMost, least } = AUDIT_LIMITS[measure];
    const values = (value: number) => Array(least).fill(value);
    expect(findingOf(measure, values(atMost + 1e-12))).toMatchObject({ holds: true, n: least });
    expect(findingOf(measure, values(atMost + 0.1))).toMatchObject({ holds: false, atMost });
  }
});

it("says nothing of too few, and tells what they came to", () => {
  expect(findingOf("padding", [80, 3])).toEqual({ measure: "padding", value: 80, atMost: 5, n: 2, holds: null });
  expect(findingOf("padding", [])).toEqual({ measure: "padding", value: null, atMost: 5, n: 0, holds: null });
});

it("counts a loss as no gain", () => {
  expect(findingOf("question_order", [-30])).toMatchObject({ value: 0, holds: true });
});
