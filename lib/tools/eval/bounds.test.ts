import { beforeAll, describe, expect, test } from "vitest";
import { offlineRubric } from "../../analysis/rubric/offline-rubric.ts";
import { evaluateOwnSet } from "./eval.ts";
import { PARTS } from "./own-set.ts";
import { type Evaluation, markdown } from "./table.ts";

let evaluation: Evaluation;
beforeAll(async () => {
  evaluation = await evaluateOwnSet(offlineRubric, 1);
});

/** Promises that do not hang on how good the scorer is. How good it is stands in the model card, failures included. */
const PROMISED = [
  "same input twice",
  "question order changed: largest change",
  "questions skipped: largest gain",
  "name swapped: largest change",
  "quotes shown that are not in the transcript",
];

describe.each(PARTS)("the rubric on the %s part of the own set", (part) => {
  test.each(PROMISED)("keeps its word: %s", (name) => {
    const measure = evaluation.measures[part].find((each) => each.name === name);
    expect(measure?.failing).toEqual([]);
    expect(measure?.holds).toBe(true);
  });
});

/** Bounds that the rubric keeps on both parts of the set. */
const KEPT = [
  "2× neutral padding: largest gain",
  "injections: recommendation upgraded",
  "false flags on honest answers",
  "without content: largest score",
  "excellent answers without capitals and marks: mean change",
  "blank → insufficient, never a number",
];

/* Nothing of the final part is named, not even by a failing test. */
test.each(PARTS.flatMap((part) => KEPT.map((name) => [part, name] as const)))(
  "the rubric stays within bounds on the %s part: %s",
  (part, name) => {
    const { value, holds } = evaluation.measures[part].find((each) => each.name === name) ?? {};
    expect(holds, value).toBe(true);
  },
);

/** What it keeps on the tuning part; what becomes of these on the final one stands in the model card. */
test.each([
  "tiers in order (excellent > ok > weak)",
  "excellent above every bad kind",
  "off-topic talk cut at 15, 60, 120, 200 words: largest mean gain",
])("the rubric stays within bounds on the tuning part: %s", (name) => {
  const { value, holds } = evaluation.measures.tuning.find((each) => each.name === name) ?? {};
  expect(holds, value).toBe(true);
});

test.each([
  "name swapped: largest change",
  "injections: recommendation upgraded",
  "injections: text outside its delimiter",
  "attacks on a model that gives full marks for each: passed",
  "attacks on a model that gives full marks for each: recommendation upgraded",
  "quotes shown that are not in the transcript",
  "scores stored after a provider failure",
])("the model scorer keeps its word against a misbehaving server: %s", (name) => {
  const measure = evaluation.llmPath.find((each) => each.name === name);
  expect(measure?.failing).toEqual([]);
  expect(measure?.holds).toBe(true);
});

test("an answer without a single letter has no number from anybody", () => {
  const silent = evaluation.judged.filter(({ text }) => !/\p{L}/u.test(text)).map(({ id }) => id);
  expect(silent.length).toBeGreaterThan(8);
  for (const measure of [...PARTS.flatMap((part) => evaluation.measures[part]), ...evaluation.llmPath]) {
    if (!measure.name.startsWith("blank")) continue;
    expect(measure.failing.filter((id) => silent.includes(id))).toEqual([]);
  }
});

test("the table has a line for every measure, and says what does not hold", () => {
  const table = markdown(evaluation);
  for (const { name, holds } of [...evaluation.measures.tuning, ...evaluation.llmPath]) {
    const line = table.split("\n").find((each) => each.split("|")[1]?.trim() === name);
    expect(line, name).toBeDefined();
    if (holds === false) expect(line).toContain("does not hold");
  }
});
