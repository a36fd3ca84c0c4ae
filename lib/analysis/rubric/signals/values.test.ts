import { expect, test } from "vitest";
import { readSentences } from "../../text/sentences.ts";
import { valueFamilies, valuesShown } from "./values.ts";

test("a value in a deed counts more than a value that is named", () => {
  const families = valueFamilies([]);
  const lived = valuesShown(readSentences("I admitted my mistake and fixed it."), families);
  expect(lived.shown).toEqual(["learning", "candour"]);
  expect(lived.value).toBe(1);
  const named = valuesShown(readSentences("Honesty and transparency are key."), families);
  expect(named.shown).toEqual([]);
  expect(named.value).toBeLessThan(0.5);
});

test("the organisation's own values replace the default set and bring their family", () => {
  const families = valueFamilies(["Customer obsession", "Frugality", " "]);
  expect(families.map(({ name }) => name)).toEqual(["Customer obsession", "Frugality"]);
  expect(valuesShown(readSentences("I called each client."), families).shown).toEqual(["Customer obsession"]);
  expect(valuesShown(readSentences("I cut our costs with frugality."), families).shown).toEqual(["Frugality"]);
});
