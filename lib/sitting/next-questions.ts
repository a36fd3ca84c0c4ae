import { z } from "zod";
import { db } from "../db/client.ts";
import * as questions from "../db/questions.ts";
import type { InvitedQuestion } from "../domain/invitation-view.ts";
import { getWritableSession } from "./writable-session.ts";

export type NextQuestions = {
  questions: InvitedQuestion[];
  /** Of the template, and of these those without an answer. */
  total: number;
  unanswered: number;
};

const Difficulty = z.enum(["easy", "medium", "hard"]).catch("medium");

/**
 * What the room may show now: the first question of the template that has no answer. Once that has been asked, the one after
 * it comes along, so that its candidate can go on without a network; nobody gets to read further ahead than that.
 * @throws AppError `session_not_found`, `session_ended`, `invitation_revoked`, `invitation_expired`
 */
export async function nextQuestions(sessionId: string): Promise<NextQuestions> {
  const session = await getWritableSession(db(), sessionId);
  const all = await questions.listTemplateProgress(db(), session.id);
  const open = all.filter(({ answered }) => !answered);
  return {
    questions: open.slice(0, open[0]?.asked ? 2 : 1).map(({ id, text, type, difficulty, answerSeconds }) => ({
      id,
      text,
      type,
      difficulty: Difficulty.parse(difficulty),
      answerSeconds,
    })),
    total: all.length,
    unanswered: open.length,
  };
}
