import { describe, expect, test } from "vitest";
import type { InvitedQuestion } from "../../domain/invitation-view.ts";
import { countQuestions, nextStep, type Plan } from "../../domain/room-plan.ts";
import { readPlan, type Told } from "./read-plan.ts";

const step = (id: string, kind: string, more: object = {}) => ({ id, kind, done: false, question: null, ...more });
const question = (id: string, more: object = {}) => ({
  ...step(id, "question"),
  question: { template_question_id: id, attempt: 1, prep_seconds: 30, answer_seconds: 90, retakes: 2 },
  ...more,
});
const handed = (id: string): InvitedQuestion => ({
  ...{ id, step: id, text: `${id}?`, type: "general", difficulty: "medium", answerSeconds: null },
});

/** The first of three questions is answered, the second comes. */
const PLAN = [
  ...[step("consent", "consent", { done: true }), step("devices", "devices"), step("introduction", "introduction")],
  ...[question("one", { done: true }), question("two"), question("three")],
  step("receipt", "receipt"),
];
const TOLD: Told = { questions: [handed("two")], total: 3, unanswered: 2 };

const kindsOf = (plan: Plan) => plan.map(({ kind }) => kind);
const PASSED = ["consent", "devices", "introduction"];

test("a plan is read as the server has made it, with what each answer may take", () => {
  const plan = readPlan(PLAN, TOLD);
  expect(plan.map(({ id }) => id)).toEqual(PLAN.map(({ id }) => id));
  expect(plan[4]).toEqual({
    ...{ id: "two", kind: "question", done: false, questionId: "two", attempt: 1 },
    ...{ prepSeconds: 30, answerSeconds: 90, retakes: 2 },
  });
  expect(nextStep(plan, PASSED).id).toBe("two");
});

describe("of a server that is newer", () => {
  test("a kind of step that nobody knows here is passed over", () => {
    const newer = [...PLAN.slice(0, 2), step("practice", "practice"), ...PLAN.slice(2), step("stars", "rating")];
    expect(readPlan(newer, TOLD)).toEqual(readPlan(PLAN, TOLD));
  });

  test("what is handed over to be asked is asked, in whatever kind of step", () => {
    const newer = [...PLAN.slice(0, 4), step("one, but why", "follow_up"), ...PLAN.slice(4)];
    const plan = readPlan(newer, { ...TOLD, questions: [{ ...handed("why"), step: "one, but why" }, handed("two")] });
    expect(nextStep(plan, PASSED)).toMatchObject({ id: "one, but why", kind: "question", questionId: "why" });
    expect(nextStep(plan, [...PASSED, "one, but why"]).id).toBe("two");
  });

  test("another attempt at a question comes where the plan has it", () => {
    const again = question("one/2", { question: { template_question_id: "one", attempt: 2 } });
    const newer = [...PLAN.slice(0, 4), again, ...PLAN.slice(4)];
    const plan = readPlan(newer, { ...TOLD, questions: [{ ...handed("one"), step: "one/2" }] });
    expect(nextStep(plan, PASSED)).toMatchObject({ questionId: "one", attempt: 2, prepSeconds: null, retakes: 0 });
  });
});

describe("a plan that is not to be trusted is made of the numbers that came along", () => {
  const expectNumbers = (plan: Plan, told: Told) => {
    expect(countQuestions(plan, [])).toEqual({ total: told.total, unanswered: told.unanswered });
    expect(nextStep(plan, PASSED).id).toBe(told.questions[0]?.step ?? "receipt");
  };

  test.each<[string, unknown]>([
    ["is not there, as of an older server", undefined],
    ["is no list", { length: 3 }],
    ["is empty", []],
    ["has nothing that can be read", [null, 7, "question", {}, { id: "", kind: "question" }]],
    ["lacks the question that is handed over", PLAN.filter(({ id }) => id !== "two")],
    ["has another question first", [...PLAN.slice(0, 3), ...PLAN.slice(3).reverse()]],
    ["takes the question that is handed over for done", PLAN.map((one) => ({ ...one, done: true }))],
  ])("that %s", (_, plan) => {
    expectNumbers(readPlan(plan, TOLD), TOLD);
  });

  test("when all is answered, only the end is left", () => {
    const told = { questions: [], total: 3, unanswered: 0 };
    expectNumbers(readPlan(PLAN, told), told);
  });

  test("also when these are nonsense: nothing fills the memory", () => {
    const plan = readPlan(null, { questions: [handed("two")], total: 1e12, unanswered: -1e12 });
    expect(plan.length).toBeLessThan(2_000);
    expect(nextStep(plan, PASSED).id).toBe("two");
  });
});

test("a step of which a part is damaged keeps the rest", () => {
  const damaged = PLAN.map((one) =>
    one.id === "two" ? { ...one, done: "no", question: { attempt: -1, prep_seconds: "long", retakes: 1 } } : one,
  );
  expect(readPlan(damaged, TOLD)[4]).toEqual({
    ...{ id: "two", kind: "question", done: false, questionId: "two", attempt: 1 },
    ...{ prepSeconds: null, answerSeconds: null, retakes: 1 },
  });
  expect(kindsOf(readPlan(damaged, TOLD))).toEqual(PLAN.map(({ kind }) => kind));
});
