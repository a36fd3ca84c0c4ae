import { NextQuestionsAnswer } from "../interview-answers.ts";
import { operation } from "../operation.ts";

/* What the room asks next. */

export const getNextQuestions = operation({
  id: "getNextQuestions",
  method: "GET",
  path: "/api/interview/session/{session_id}/next-questions",
  tag: "Interview",
  summary: "Get the next question of the template",
  description:
    "The first question without an answer; and the one after it, as soon as the first has been asked (`question/add` with its `template_question_id`), so that an interview goes on without a network. Never more, so that nobody reads ahead. An empty list: all have been answered. `plan` has every step of the sitting with what is done and what an answer may take, and nothing of what is asked.",
  access: "candidate",
  limit: "interview",
  answer: NextQuestionsAnswer,
  errors: ["session_not_found", "session_ended", "invitation_expired", "invitation_revoked"],
  documented: true,
});
