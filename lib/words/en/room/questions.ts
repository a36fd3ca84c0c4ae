/** While questions are asked and answered. */
export const questions = {
  introduction: "I am {name}, and I will ask the questions",
  say_again: "Say it again",
  first: "Show the first question",
  progress: "Interview progress",
  number: "Question {number} of {total}",
  question: "The question",
  repeat: "Repeat the question",
  mute: "Mute the voice",
  unmute: "Let the voice sound",
  voiceless: "This browser has no voice, so nothing is read aloud. Your loudspeaker is fine.",

  think: "Take the time you need to think.",
  no_limit: "There is no time limit.",
  advised: "About {length} is plenty, and nothing is cut off.",
  advised_beside: "about {length} is plenty",
  start: "Start answering",

  "answer:spoken": "Speak now, or write",
  "answer:written": "Write your answer",
  answer: "Your answer",
  "hint:written": "It is saved when you press Done.",
  "hint:along":
    "What you say is written here as far as your browser understands it. You can correct it or write yourself.",
  "hint:not_along":
    "Your browser's speech service does not answer, so nothing is written along. Just speak: the recording keeps every word.",
  "hint:spoken": "Just speak: the recording keeps every word. You can also write, or add what you want to be read.",
  "hint:here":
    "Just speak: what you say is written down on our server, and you can put it right afterwards. You can also write.",
  nothing_written: "Nothing is written yet. Write something, or skip this question.",
  nothing_heard:
    "Nothing is written and nothing was heard yet. Say or write something, or skip this question. If you did speak, press the button again: the recording has it.",
  picture_only: "Your picture is recorded, without sound.",
  "done:last": "Done, finish the interview",
  "done:next": "Done, next question",

  skip: "Skip this question",
  "skip:title": "Skip this question?",
  "skip:words": "What you have written here will not be sent, and you cannot come back to this question.",
  "skip:stay": "Go on answering",
  "skip:go": "Skip it",

  "refused:title": "An earlier answer is not saved yet",
  "refused:words": "It is kept on this {place, select, page {page} other {device}}, and you can go on.",
} as const;
