import { z } from "zod";
import { db } from "../db/client.ts";
import * as sittingPlans from "../db/sitting-plans.ts";
import type { InvitedQuestion } from "../domain/invitation-view.ts";
import { countQuestions, type PlanStep, type QuestionStep, questionSteps } from "../domain/room-plan.ts";
import { sittingPlan } from "./sitting-plan.ts";
import { getWritableSession } from "./writable-session.ts";

export type NextQuestions = {
  questions: InvitedQuestion[];
  /** Of the template, and of these those without an answer. */
  total: number;
  unanswered: number;
};

export type NextSteps = {
  /** From the beginning to the end, with what is done. */
  plan: PlanStep[];
  next: NextQuestions;
};

const Difficulty = z.enum(["easy", "medium", "hard"]).catch("medium");

/**
 * How the sitting goes on, and what the room may show now: the question of the plan's next step. Once that has been asked,
 * the one after it comes along, so that its candidate can go on without a network; nobody gets to read further ahead than that.
 * @throws AppError `session_not_found`, `session_ended`, `invitation_revoked`, `invitation_expired`
 */
export async function nextSteps(sessionId: string): Promise<NextSteps> {
  const { interviewId } = await getWritableSession(db(), sessionId);
  const { plan, asked } = await sittingPlan(db(), interviewId);
  const open = questionSteps(plan).filter(({ done }) => !done);
  const now = open.slice(0, asked.has(open[0]?.questionId ?? "") ? 2 : 1);
  return { plan, next: { questions: await handOver(interviewId, now), ...countQuestions(plan, []) } };
}

async function handOver(interviewId: string, steps: readonly QuestionStep[]): Promise<InvitedQuestion[]> {
  const ids = steps.map(({ questionId }) => questionId);
  const texts = await sittingPlans.findTexts(db(), interviewId, ids);
  return steps.map(({ id: step, questionId }) => {
    const found = texts.find(({ id }) => id === questionId);
    if (!found) throw new Error("a version has lost a question");
    return { ...found, step, difficulty: Difficulty.parse(found.difficulty) };
  });
}
