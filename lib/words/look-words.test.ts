import { expect, test } from "vitest";
import type { Coverage } from "../domain/coverage.ts";
import { LOOK_REASONS } from "../domain/look-reasons.ts";
import { lookWords } from "./look-words.ts";

const WHOLE: Coverage = {
  ...{ basis: "template", total: 5, asked: 5, answered: 5, scored: 5 },
  ...{ otherWords: 0, unvouched: 0, ofProgram: 0 },
} as const;

test("every reason has words, with counts where they are known", () => {
  for (const reason of LOOK_REASONS) {
    expect(lookWords(reason, null, "en").sentence).toMatch(/\.$/);
    expect(lookWords(reason, WHOLE, "en").brief.length).toBeLessThan(32);
  }
  expect(lookWords("not_all_asked", { ...WHOLE, asked: 1 }, "en")).toEqual({
    brief: "1 of 5 questions asked",
    sentence: "4 of the interview’s 5 questions were not asked. What was not asked counts as 0.",
  });
});
