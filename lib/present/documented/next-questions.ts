import type { NextQuestionsAnswer } from "../../contract/interview-answers.ts";
import type { NextQuestions } from "../../sitting/next-questions.ts";

export function presentNextQuestions({
  questions,
  total,
  unanswered,
}: NextQuestions): Omit<NextQuestionsAnswer, "success"> {
  return {
    questions: questions.map(({ id, text, type, difficulty, answerSeconds }) => ({
      template_question_id: id,
      text,
      type,
      difficulty,
      answer_seconds: answerSeconds,
    })),
    total,
    unanswered,
  };
}
