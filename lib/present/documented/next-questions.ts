import type { NextQuestionsAnswer, PlanStep as WireStep } from "../../contract/interview-answers.ts";
import type { PlanStep } from "../../domain/room-plan.ts";
import type { NextSteps } from "../../sitting/next-steps.ts";

export function presentNextQuestions({
  plan,
  next: { questions, total, unanswered },
}: NextSteps): Omit<NextQuestionsAnswer, "success"> {
  return {
    questions: questions.map(({ id, step, text, type, difficulty, answerSeconds }) => ({
      template_question_id: id,
      step,
      text,
      type,
      difficulty,
      answer_seconds: answerSeconds,
    })),
    total,
    unanswered,
    plan: plan.map(presentStep),
  };
}

function presentStep(step: PlanStep): WireStep {
  return {
    id: step.id,
    kind: step.kind,
    done: step.done,
    question:
      step.kind === "question"
        ? {
            template_question_id: step.questionId,
            attempt: step.attempt,
            prep_seconds: step.prepSeconds,
            answer_seconds: step.answerSeconds,
            retakes: step.retakes,
          }
        : null,
  };
}
