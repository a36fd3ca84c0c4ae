import { expect, it } from "vitest";
import { presentGaps } from "./gaps.ts";

const WHERE = { segment: 0, atSeconds: 12.5, seconds: null };

it("names the missing parts one by one, of rows from before they were ranges too", () => {
  expect(presentGaps([{ ...WHERE, missingParts: [[3, 5]] }])).toEqual([
    { segment: 0, missing_parts: [3, 4, 5], at_seconds: 12.5, seconds: null },
  ]);
  expect(presentGaps([{ ...WHERE, missingParts: [3, 4] }])).toMatchObject([{ missing_parts: [3, 4] }]);
});

it("answers in a bounded length, whatever a client has claimed", () => {
  const claimed = Array.from({ length: 2_000 }, (_, segment) => ({ ...WHERE, segment, missingParts: [[0, 99_999]] }));
  const named = presentGaps(claimed);
  expect(named).toHaveLength(2_000);
  expect(named.flatMap(({ missing_parts }) => missing_parts)).toHaveLength(10_000);
});
