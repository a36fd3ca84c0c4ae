import { expect, test } from "vitest";
import { readSentences } from "../../text/sentences.ts";
import { wording } from "./wording.ts";

test("is the share of words in sentences with grammar", () => {
  expect(wording(readSentences("I would read the plan first."))).toBe(1);
  expect(wording(readSentences("Plan. Index. Cache."))).toBe(0);
  expect(wording([])).toBe(0);
});

test("capitals, full stops and dialect do not matter", () => {
  expect(wording(readSentences("so we was fixin the build and it done worked after i cleared the cache"))).toBe(1);
});
