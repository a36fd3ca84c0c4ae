import { z } from "zod";
import { NO_ACCOMMODATIONS } from "../../domain/accommodations.ts";
import type { InvitedQuestion } from "../../domain/invitation-view.ts";
import { makePlan, type Plan, type PlanStep, questionSteps } from "../../domain/room-plan.ts";

/** What came along with a plan. */
export type Told = {
  questions: readonly InvitedQuestion[];
  total: number;
  unanswered: number;
};

const seconds = z.int().nonnegative().nullable().catch(null);
const Limits = z.object({
  template_question_id: z.string().min(1).optional().catch(undefined),
  attempt: z.int().positive().catch(1),
  prep_seconds: seconds,
  answer_seconds: seconds,
  retakes: z.int().nonnegative().catch(0),
});
const Step = z.object({
  id: z.string().min(1),
  kind: z.string(),
  done: z.boolean().catch(false),
  question: Limits.catch(Limits.parse({})),
});

/** More than any template has; a number that is nonsense must not fill the memory. */
const MOST_QUESTIONS = 500;

/**
 * The plan as a server says it that may be of an earlier or a later version than this page. A kind of step that this page
 * does not know is passed over; but what is handed over to be asked in it is asked. A plan that does not fit what was handed
 * over, or that cannot be read, is made of the numbers that came along.
 */
export function readPlan(plan: unknown, told: Told): Plan {
  const steps = Array.isArray(plan) ? plan.flatMap((step) => readStep(step, told.questions)) : [];
  return fits(steps, told) ? steps : planOfNumbers(told);
}

function readStep(wire: unknown, handed: readonly InvitedQuestion[]): PlanStep[] {
  const { success, data } = Step.safeParse(wire);
  if (!success) return [];
  const { id, kind, done, question } = data;
  switch (kind) {
    case "consent":
    case "devices":
    case "introduction":
    case "receipt":
      return [{ id, kind, done }];
    default: {
      const asked = handed.find(({ step }) => step === id);
      if (kind !== "question" && !asked) return [];
      const questionId = question.template_question_id ?? asked?.id ?? id;
      const { attempt, prep_seconds: prepSeconds, answer_seconds: answerSeconds, retakes } = question;
      return [{ id, kind: "question", done, questionId, attempt, prepSeconds, answerSeconds, retakes }];
    }
  }
}

/** What is handed over is what the plan asks next; where it asks nothing more, nothing is. */
function fits(steps: Plan, { questions }: Told): boolean {
  const open = questionSteps(steps).filter(({ done }) => !done);
  if (questions.length === 0) return steps.length > 0 && open.length === 0;
  return questions.every(({ step }, at) => open[at]?.id === step);
}

function planOfNumbers({ questions, total, unanswered }: Told): Plan {
  const without = { prepSeconds: null, answerSeconds: null, retakes: 0 };
  const some = (count: number, name: string, answered: boolean) =>
    Array.from({ length: Math.min(MOST_QUESTIONS, Math.max(0, count)) }, (_, at) => ({
      ...without,
      ...{ id: `${name} ${at + 1}`, answered },
    }));
  return makePlan({
    agreed: true,
    hasIntroduction: true, // where the page has one
    questions: [
      ...some(total - unanswered, "answered", true),
      ...questions.map(({ step, answerSeconds }) => ({ ...without, id: step, answered: false, answerSeconds })),
      ...some(unanswered - questions.length, "later", false),
    ],
    accommodations: NO_ACCOMMODATIONS,
  });
}
