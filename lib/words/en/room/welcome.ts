/** Before anything is agreed to. What is agreed to stands in consent.ts. */
export const welcome = {
  page: "Your interview",
  hello: "Hello {name}, good to have you here",
  invites:
    "{organization} invites you to {kind, select, recorded {a recorded} other {a written}} interview for the role <b>{role}</b>. Your link works until <until></until>.",
  expect: "What to expect",
  "questions:title": "{count, plural, =1 {One question} other {{count} questions}}, about {minutes} minutes",
  "questions:words": "They are asked one after the other. You may think before each answer, and nothing is cut off.",
  "connection:title": "If the connection fails",
  "connection:words":
    "Just go on: your answers are kept on this device until they are saved, and the next question is there already. You can also open your link again and continue where you stopped.",
  agreed: "You have already agreed to this.",
  tick_first: "Please tick this box first: without your agreement nothing may be kept.",
  "failed:title": "Your agreement could not be saved",
  "failed:words": "Nothing is recorded or kept yet. Please try again.",
  agree: "Agree and continue",
  continue: "Continue",
  saving: "Saving your agreement",
  unreachable:
    "The server cannot be reached. Nothing is recorded yet: this page keeps trying and goes on as soon as your agreement is saved.",
} as const;
