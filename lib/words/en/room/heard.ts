/** What was written down of spoken answers, for whoever spoke. */
export const heard = {
  title: "Is this what you said?",
  "title:before": "What you said",
  about:
    "Your answers are read and scored by these words. If something was misheard, put it right here, at the latest half an hour after the interview. Both wordings are kept.",
  waiting: "We are writing down what you said. You need not wait.",
  "written:now": "We wrote down your answer to question {number}.",
  no_words:
    "In your answer to question {number} no words were heard. The recording is kept, and people can listen to it.",
  none: "{count, plural, =1 {Your answer to question {numbers} is} other {Your answers to questions {numbers} are}} not written down yet. The recording has every word.",

  credit: "Heard on this server with {credits}.",

  number: "Question {number}",
  "state:open": "Is this right?",
  "state:edited": "Not saved yet",
  "state:right": "Right as it was heard",
  "state:corrected": "Put right by you",
  field: "What you said to question {number}",
  right: "That is right",
  save: "Save the correction",
  undo: "Undo my changes",
  empty: "Nothing is written here. Write what you said, or undo your changes.",

  "failed:title": "Your correction is not saved",
  kept: "What you wrote is kept in this tab.",
  "failed:offline": "The server cannot be reached just now. Please try again when the connection is back.",
  "failed:session_ended": "It is more than half an hour since the interview ended, so what was saved before counts.",
  "failed:session_limit_reached": "This interview has no room left for corrections, so what was saved before counts.",
} as const;
