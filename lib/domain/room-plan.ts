import type { Accommodations } from "./accommodations.ts";

/*
 * The plan of a sitting: what comes in the room, one after the other. The server makes it, the room steps through it. It
 * says what kinds of steps there are and how long they take; never what will be asked.
 */

/** What the answer to a question may take. Seconds; null: as long as it takes. */
export type AnswerLimits = {
  prepSeconds: number | null;
  answerSeconds: number | null;
  /** How often it may be given anew. */
  retakes: number;
};

type Step = {
  /** The same in every plan of one sitting. */
  id: string;
  /** As the server knows. */
  done: boolean;
};

/** One attempt at a question. */
export type QuestionStep = Step & {
  kind: "question";
  /** Of the template. */
  questionId: string;
  /** From 1. */
  attempt: number;
} & AnswerLimits;

/**
 * - `consent`: who asks, for what, and the words to agree to.
 * - `devices`: camera and microphone. What comes after it needs the session, which is opened then.
 * - `introduction`: what the avatar says first.
 * - `receipt`: everything has arrived, and the interview is over.
 */
export type PlanStep = (Step & { kind: "consent" | "devices" | "introduction" | "receipt" }) | QuestionStep;

export type Plan = readonly PlanStep[];

export type PlannedQuestion = { id: string; answered: boolean } & AnswerLimits;

export type PlanBasis = {
  /** There is nothing to agree to any more. */
  agreed: boolean;
  hasIntroduction: boolean;
  /** In the order in which they are asked. */
  questions: readonly PlannedQuestion[];
  accommodations: Accommodations;
};

const RECEIPT: PlanStep = { id: "receipt", kind: "receipt", done: false };

export function makePlan({ agreed, hasIntroduction, questions, accommodations }: PlanBasis): PlanStep[] {
  return [
    { id: "consent", kind: "consent", done: agreed },
    { id: "devices", kind: "devices", done: false }, // each page has its own
    ...(hasIntroduction ? [{ id: "introduction", kind: "introduction", done: false } as const] : []),
    ...questions.map((question) => firstAttempt(question, accommodations)),
    RECEIPT,
  ];
}

function firstAttempt(
  { id, answered, prepSeconds, answerSeconds, retakes }: PlannedQuestion,
  { timeFactor }: Accommodations,
): QuestionStep {
  const given = (seconds: number | null) => seconds && Math.ceil(seconds * timeFactor);
  return {
    ...{ id, kind: "question", done: answered, questionId: id, attempt: 1 },
    ...{ prepSeconds: given(prepSeconds), answerSeconds: given(answerSeconds), retakes },
  };
}

/**
 * A plan that can be walked, whatever was made of it on its way: nothing is asked without consent and nothing recorded
 * before the devices were seen, so these come first; the receipt is its end, and no step comes twice.
 */
export function mendPlan(steps: Plan): Plan {
  const seen = new Set<string>();
  const once = steps.filter(({ id }) => !seen.has(id) && seen.add(id));
  const of = (kind: "consent" | "devices"): PlanStep =>
    once.find((step) => step.kind === kind) ?? { id: kind, kind, done: false };
  const between = once.filter(({ kind }) => kind !== "consent" && kind !== "devices" && kind !== "receipt");
  return [of("consent"), of("devices"), ...between, RECEIPT];
}

/**
 * The step that comes now: the first that is not done, also when a later one is.
 * @param passed ids of the steps that were gone through since the plan was made
 */
export function nextStep(plan: Plan, passed: readonly string[]): PlanStep {
  return plan.find((step) => isOpen(step, passed)) ?? RECEIPT;
}

/** How many questions there are, and how many of them are still open. Attempts at one are one question. */
export function countQuestions(plan: Plan, passed: readonly string[]): { total: number; unanswered: number } {
  const questions = questionSteps(plan);
  const open = questions.filter((step) => isOpen(step, passed));
  return { total: distinct(questions), unanswered: distinct(open) };
}

export function questionSteps(plan: Plan): QuestionStep[] {
  return plan.filter((step) => step.kind === "question");
}

const isOpen = ({ id, done }: PlanStep, passed: readonly string[]) => !done && !passed.includes(id);
const distinct = (steps: readonly QuestionStep[]) => new Set(steps.map(({ questionId }) => questionId)).size;
