import { expect, it } from "vitest";
import { bandWords, saidWith } from "./band-words.ts";

it.each([
  [{ low: 49, high: 67 }, "probably 49–67"],
  [{ low: 48.6, high: 66.5 }, "probably 49–67"],
  [{ low: 0, high: 0.4 }, "probably 0"],
])("%o is said as %s", (band, words) => {
  expect(bandWords(band, "en")).toBe(words);
});

it("stands before how sure the score is otherwise, and nowhere when it is not known", () => {
  expect(saidWith({ low: 49, high: 67 }, "One reading", "en")).toBe("probably 49–67, One reading");
  expect(saidWith(null, "One reading", "en")).toBe("One reading");
});
