import { CorrectWordsBody, HeardWordsAnswer } from "../heard-words.ts";
import { DoneAnswer } from "../interview-answers.ts";
import { operation } from "../operation.ts";

/* What was heard in spoken answers. */

export const getHeardWords = operation({
  id: "getHeardWords",
  method: "GET",
  path: "/api/interview/session/{session_id}/words",
  tag: "Interview",
  summary: "Get what was heard in spoken answers",
  description:
    "The words of answers that were only spoken, as far as they have been written down: during the session and for 30 minutes after it. Where nothing is written down on this server, the list is empty.",
  access: "candidate",
  limit: "interview",
  answer: HeardWordsAnswer,
  errors: ["session_not_found", "session_ended", "invitation_expired", "invitation_revoked", "deletion_requested"],
  documented: true,
});

export const correctWords = operation({
  id: "correctWords",
  method: "PUT",
  path: "/api/interview/session/{session_id}/answers/{answer_id}/words",
  tag: "Interview",
  summary: "Put right what was heard in a spoken answer",
  description:
    "Both wordings are kept, and the corrected one is scored. Only of an answer that was spoken and written down by this server, during the session and for 30 minutes after it.",
  access: "candidate",
  limit: "interview",
  body: CorrectWordsBody,
  answer: DoneAnswer,
  errors: [
    "session_not_found",
    "session_ended",
    "answer_not_found",
    "invitation_expired",
    "invitation_revoked",
    "deletion_requested",
  ],
  documented: true,
});
