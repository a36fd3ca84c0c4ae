/** What a scorer made of an interview: its scores, what they rest on, how they came about, and having them made anew. */
export const scores = {
  title: "Assessment",
  "status:pending": "The answers wait to be analysed.",
  "status:processing": "The answers are being analysed.",
  "status:completed": "The answers are analysed.",
  "status:failed": "The analysis did not succeed.",
  standing: "These scores stand meanwhile: version {version}, <method></method>.",
  unfinished: "The interview was not finished, so it is not analysed.",
  not_yet: "The answers are analysed once the interview has ended.",
  analysing: "Analysing the answers",
  soon: "Usually done within a minute; this page shows the result by itself.",
  earlier_kept: "Earlier analyses are kept.",
  none_now: "There are no scores now. Recording and answers are complete without them.",

  not_assessed: "Not assessed",
  overall: "Overall score",
  overall_of: "<score></score> <rest>of 100 overall</rest>",
  valued: "{score} of 100, {method}",
  by: "{method}, {sureness}",
  band: "probably {range}",
  too_little: "The answers gave too little to judge by. That is not a low score.",
  basis: "{method}, from {scored} of {total, plural, =1 {{total} question} other {{total} questions}}",
  basis_program:
    "{method}, from {scored} of {total, plural, =1 {{total} question} other {{total} questions}} that your own program asked",
  basis_beside:
    "{method}, from {scored} of {total, plural, =1 {{total} question} other {{total} questions}}, beside {unvouched} of the candidate’s side",

  "limits:proposed": "Limits {fail} and {pass}: proposed, not validated.",
  "limits:nothing":
    "Nobody has set them by rated interviews for this scorer, so it recommends nothing by them. Judge by the answers.",
  "limits:all_the_same":
    "Nobody has set them by rated interviews for this scorer, which recommends by them all the same.",
  "limits:set": "Limits {fail} and {pass}: set by {n} rated interviews for this scorer.",

  "rubric:lower": "The built-in rubric finds {rubric}: {points, plural, =1 {# point} other {# points}} lower.",
  "rubric:higher": "The built-in rubric finds {rubric}: {points, plural, =1 {# point} other {# points}} higher.",
  "rubric:same": "The built-in rubric finds {rubric}, the same.",
  gave: "<model></model> gave {score}.",
  gave_none: "<model></model> found nothing to go by.",

  categories: "Scores by category",
  no_evidence: "No answer gave evidence for it, so the overall score leaves it out.",
  quotes: "{category}: {count, plural, =1 {{count} quote} other {{count} quotes}}",
  quotes_for: "Quotes for {category}",
  no_quote: "No quote stands behind this score.",
  question: "Question {position}",
  not_placed: "(not placed in the recording)",
  no_recording: "(no recording to play)",
  play_from: "<hidden>Play from </hidden>{time}",
  play_from_about: "<hidden>Play from </hidden>about {time}",

  same_every_time: "The same every time",
  one_reading: "One reading",
  readings_same:
    "{readings, plural, =2 {Two readings} =3 {Three readings} =4 {Four readings} =5 {Five readings} =6 {Six readings} =7 {Seven readings} =8 {Eight readings} =9 {Nine readings} =10 {Ten readings} other {{readings} readings}}, all the same",
  readings:
    "{readings, plural, =2 {Two readings} =3 {Three readings} =4 {Four readings} =5 {Five readings} =6 {Six readings} =7 {Seven readings} =8 {Eight readings} =9 {Nine readings} =10 {Ten readings} other {{readings} readings}}, ± {spread}",
  from_one: "from one question",
  range:
    "{range} over {count, plural, =2 {two questions} =3 {three questions} =4 {four questions} =5 {five questions} =6 {six questions} =7 {seven questions} =8 {eight questions} =9 {nine questions} =10 {ten questions} other {{count} questions}}",

  recommendation: "Recommendation, by {method}",
  decides_nothing: "It decides nothing.",
  decision: "Decision, by a person",

  flags: "To know before relying on it",
  advice: "What to do: {advice}",

  failed: "The analysis did not succeed",
  "failed:unknown": "Something went wrong on our side.",
  "failed:kept": "This try has no scores. The recording and the answers are complete, and you can decide by them.",
  "failed:others": "Recruiters and owners can have it tried again.",
  try_again: "Try again",
  use_rubric: "Use the rubric estimate",
  "try:model":
    "Trying again asks <model></model> at <host></host>, with up to {calls, plural, =1 {# call} other {# calls}}; those that had succeeded are not paid for twice. The rubric estimate asks nobody and costs nothing: it looks at wording and structure, and is not AI.",
  "try:rubric":
    "No model is configured, so the answers are scored by the rubric: it looks at wording and structure, is not AI and costs nothing.",
  again: "Score again",
  again_model: "Score again with the model",
  "again:model":
    "<model></model> at <host></host> is asked {calls, plural, =1 {# time} other {# times}} or a few more, at its price. The rubric asks nobody. This analysis is kept.",
  "again:rubric": "The rubric asks nobody and costs nothing. This analysis is kept.",
  "begun:title": "Analysis {version} has begun",
  "begun:words": "Earlier ones are kept.",
  not_begun: "The analysis was not started",
} as const;
