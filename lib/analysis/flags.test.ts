import { expect, test } from "vitest";
import { flag, needsPerson } from "./flags.ts";

test("flags that only explain do not ask for a person; the others and unknown ones do", () => {
  expect(needsPerson([])).toBe(false);
  expect(needsPerson([flag("indirect_cultural_fit"), flag("no_answer")])).toBe(false);
  expect(needsPerson([flag("indirect_cultural_fit"), flag("keyword_stuffing")])).toBe(true);
  expect(needsPerson([{ code: "from_elsewhere", message: "" }])).toBe(true);
});
