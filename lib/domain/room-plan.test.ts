import { describe, expect, test } from "vitest";
import { NO_ACCOMMODATIONS, readAccommodations } from "./accommodations.ts";
import { countQuestions, makePlan, mendPlan, nextStep, type PlanBasis, type PlanStep } from "./room-plan.ts";

const question = (id: string, answered = false) => ({
  ...{ id, answered },
  ...{ prepSeconds: 30, answerSeconds: 90, retakes: 2 },
});

const plan = (over: Partial<PlanBasis> = {}) =>
  makePlan({
    agreed: false,
    hasIntroduction: true,
    questions: ["one", "two", "three"].map((id) => question(id)),
    accommodations: NO_ACCOMMODATIONS,
    ...over,
  });

const retake = (of: string): PlanStep => ({
  ...{ id: `${of}/2`, kind: "question", done: false, questionId: of, attempt: 2 },
  ...{ prepSeconds: null, answerSeconds: null, retakes: 1 },
});

describe("the plan of a sitting", () => {
  test("goes from the consent to the receipt, with every question and what its answer may take", () => {
    expect(plan().map(({ kind }) => kind)).toEqual([
      ...["consent", "devices", "introduction"],
      ...["question", "question", "question"],
      "receipt",
    ]);
    expect(plan()[3]).toEqual({
      ...{ id: "one", kind: "question", done: false, questionId: "one", attempt: 1 },
      ...{ prepSeconds: 30, answerSeconds: 90, retakes: 2 },
    });
  });

  test("has no introduction where the avatar has nothing to say first", () => {
    expect(plan({ hasIntroduction: false }).map(({ kind }) => kind)).not.toContain("introduction");
  });

  test("of an interview without questions is over after the devices", () => {
    const empty = plan({ hasIntroduction: false, questions: [] });
    expect(nextStep(empty, ["consent", "devices"]).kind).toBe("receipt");
  });

  test("gives more time to who was granted it, in whole seconds, and none where there is no limit", () => {
    const unlimited = { ...question("one"), prepSeconds: null };
    const [step] = plan({ questions: [unlimited], accommodations: { timeFactor: 1.33 } }).slice(3);
    expect(step).toMatchObject({ prepSeconds: null, answerSeconds: 120, retakes: 2 });
  });
});

describe("the step that comes now", () => {
  const walk = (steps: readonly PlanStep[]) => {
    const passed: string[] = [];
    for (let step = nextStep(steps, passed); step.kind !== "receipt"; step = nextStep(steps, passed))
      passed.push(step.id);
    return passed;
  };

  test("is the next of the plan, in its order", () => {
    expect(walk(plan())).toEqual(["consent", "devices", "introduction", "one", "two", "three"]);
  });

  test("is a question that was left open before one that comes after those that are done", () => {
    const steps = plan({ agreed: true, questions: [question("one", true), question("two"), question("three", true)] });
    expect(walk(steps)).toEqual(["devices", "introduction", "two"]);
  });

  test("is another attempt wherever the plan has one", () => {
    const steps = plan();
    steps.splice(4, 0, retake("one"));
    expect(walk(steps)).toEqual(["consent", "devices", "introduction", "one", "one/2", "two", "three"]);
  });
});

test("attempts at one question are one question, open until the last of them is done", () => {
  const steps = plan({ questions: [question("one", true), question("two")] });
  expect(countQuestions(steps, [])).toEqual({ total: 2, unanswered: 1 });
  steps.splice(4, 0, retake("one"));
  expect(countQuestions(steps, ["two"])).toEqual({ total: 2, unanswered: 1 });
  expect(countQuestions(steps, ["two", "one/2"])).toEqual({ total: 2, unanswered: 0 });
});

describe("a damaged plan", () => {
  const kinds = (steps: readonly PlanStep[]) => mendPlan(steps).map(({ kind }) => kind);

  test("that is whole stays as it is", () => {
    expect(mendPlan(plan())).toEqual(plan());
  });

  test("that is empty still asks for consent first, and ends", () => {
    expect(kinds([])).toEqual(["consent", "devices", "receipt"]);
  });

  test("cannot put a question before the consent or after the end, nor end twice", () => {
    expect(kinds(plan().reverse())).toEqual([
      ...["consent", "devices"],
      ...["question", "question", "question", "introduction"],
      "receipt",
    ]);
    expect(kinds([...plan(), ...plan()])).toEqual(plan().map(({ kind }) => kind));
  });
});

test.each([
  ["nothing", {}, 1],
  ["no object", "extra time", 1],
  ["null", null, 1],
  ["half as much again", { time_factor: 1.5, other: true }, 1.5],
  ["less time than others have", { time_factor: 0.5 }, 1],
  ["a time without end", { time_factor: Number.POSITIVE_INFINITY }, 10],
  ["no number", { time_factor: Number.NaN }, 1],
  ["words for a number", { time_factor: "2" }, 1],
])("of accommodations that say %s is granted what makes sense", (_, stored, timeFactor) => {
  expect(readAccommodations(stored)).toEqual({ timeFactor });
});
