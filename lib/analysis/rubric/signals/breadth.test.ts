import { expect, test } from "vitest";
import { readSentences } from "../../text/sentences.ts";
import { breadth } from "./breadth.ts";

test("counts different content words, with less for each", () => {
  expect(breadth([])).toBe(0);
  const once = breadth(readSentences("Indexes speed joins."));
  expect(breadth(readSentences("Indexes speed joins. Joins speed indexes."))).toBe(once);
  expect(breadth(readSentences("Indexes speed joins, caches, lookups, scans."))).toBeLessThan(2 * once);
});
