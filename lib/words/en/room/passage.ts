/** On the way into an interview, between two questions, out of it, and in another window. */
export const passage = {
  try_again: "Try again",
  without_answer: "Go on without this answer",

  "starting:now": "One moment, we are getting ready",
  "starting:failed": "The interview has not {returning, select, yes {gone on} other {started}}",
  "starting:nothing_lost": "Nothing is recorded now, and nothing is lost.",
  "starting:kept": "What you answered before is kept on this device.",
  "starting:unreachable": "The server cannot be reached. We keep trying; please leave this page open.",
  "starting:sending": "Sending the answers that were kept on this device",
  "starting:first": "Starting the interview",
  "starting:back": "Going on with the interview",

  "elsewhere:went": "This interview goes on in another window",
  "elsewhere:is": "This interview is open in another window",
  "elsewhere:either_way":
    "It may be in another tab, browser or device. You can go back to it there, or continue here; your answers so far are safe either way.",
  "elsewhere:stopped": "A part of what this window recorded could not be sent.",
  "elsewhere:saving":
    "Nothing is recorded here any more. What this window {rest, select, answers {recorded and what you answered here} other {recorded}} is being saved; please leave it open until then.",
  "elsewhere:saved":
    "Nothing is recorded here any more, and everything that this window recorded is saved. You can close it.",
  "elsewhere:continue": "Continue here",

  "waiting:kept": "Your answer is kept",
  "waiting:next": "One moment, the next question comes",
  "waiting:failed": "The next question could not be fetched",
  "waiting:on_page":
    "Everything so far is kept on this page, because your browser stores nothing: please leave it open.",
  "waiting:on_device": "Everything so far is safe on this device.",
  "waiting:offline":
    "The next question comes with the connection. Leave this page open: it goes on by itself, and no time is counted until then.",
  "waiting:failing":
    "The server cannot answer just now. We keep asking for the next question, and no time is counted until then.",
  "waiting:under_way": "It is on its way.",
  "waiting:answer_first": "It is on its way, and the next question comes after it.",
  "waiting:clock": "The clock stands still at {at}.",

  "finishing:title": "Saving your interview",
  "finishing:failed": "The interview is not closed yet",
  "finishing:progress": "Recording saved",
  answers_saved: "Your answers are saved.",
  answers_kept: "Your answers are kept on this {place, select, page {page} other {device}} until they are.",
  "finishing:offline": "The connection is lost.",
  "finishing:rest_kept": "The rest of the recording is kept on this device.",
  "finishing:leave_open": "Leave this page open: it goes on by itself.",
  "finishing:failing": "The server cannot answer just now.",
  "finishing:keep_trying": "We keep trying.",
  "finishing:almost": "Almost done.",
  "finishing:rest": "The rest of the recording is on its way, and this page can be left open.",
  "finishing:left": "About {length} left.",

  "done:title": "Thank you, your interview is complete",
  "done:saved":
    "Everything {recorded, select, sound {you said and wrote} picture {that was recorded and that you wrote} other {you wrote}} is saved. You can close this page.",
  "done:part_lost":
    "Your written answers are saved. A part of the recording could not be sent; we have told the people who invited you.",
  "done:next": "What happens next",
  "done:estimate":
    "{recorded, select, none {What} other {Your recording is put together, and what}} you answered gets a first estimate, as a starting point.",
  "done:people":
    "People at {organization} {recorded, select, none {read them} other {go through both}}. The decision about the {role} role is theirs.",
  "done:hear": "You hear from them. If you have a question before that, ask the people who invited you.",
} as const;
