import { expect, test } from "vitest";
import { type AskedQuestion, isWhole, measureCoverage, type PlannedQuestion, type Standing } from "./coverage.ts";

const plan = (...ids: string[]): PlannedQuestion[] => ids.map((id) => ({ id, type: "general", difficulty: "medium" }));
const asked = (
  source: AskedQuestion["source"],
  templateQuestionId: string | null = null,
  standing: Standing = "scored",
): AskedQuestion => ({ source, templateQuestionId, standing, otherWords: false });
const template = (id: string, standing?: Standing) => asked("template", id, standing);

test("a sitting that asked nothing is measured by the template", () => {
  expect(measureCoverage(plan("a", "b"), []).coverage).toMatchObject({ basis: "template", total: 2, asked: 0 });
});

test("where the template plans nothing, what was asked is the measure", () => {
  expect(measureCoverage([], [asked("candidate")]).coverage).toMatchObject({ basis: "asked", total: 1, scored: 1 });
});

test("a program's own questions beside the template's are measured with them", () => {
  const { coverage, counted } = measureCoverage(plan("a", "b"), [template("a"), asked("key")]);
  expect(coverage).toMatchObject({ basis: "template", total: 3, asked: 2, ofProgram: 1 });
  expect(counted).toEqual([0, 1]);
});

test("of a question that was asked twice, the last one with an answer counts", () => {
  const twice = [template("a"), template("a", "empty")];
  expect(measureCoverage(plan("a"), twice).counted).toEqual([0]);
  expect(measureCoverage(plan("a"), twice.toReversed()).counted).toEqual([1]);
  expect(measureCoverage(plan("a"), [template("a"), template("a", "unread")]).counted).toEqual([1]);
});

test("only what is asked, answered and vouched for as planned is whole", () => {
  const whole = (...questions: AskedQuestion[]) => isWhole(measureCoverage(plan("a", "b"), questions).coverage);
  expect(whole(template("a"), template("b"))).toBe(true);
  expect(whole(template("a"))).toBe(false);
  expect(whole(template("a"), template("b", "empty"))).toBe(false);
  expect(whole(template("a"), { ...template("b"), otherWords: true })).toBe(false);
  expect(whole(template("a"), template("b"), asked("candidate"))).toBe(false);
  expect(whole(asked("unknown"))).toBe(false);
  expect(whole(asked("key"))).toBe(true);
});
