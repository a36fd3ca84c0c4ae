/** What people decided about an interview, and deciding. */
export const decision = {
  title: "Decision",
  not_yet: "It can be decided once the interview is finished.",
  list: "Decisions, latest first",
  by: "{name}, <at></at>",
  counts: "this one counts",
  decided_by: "decided by {name}",
  nobody: "Nobody has decided yet.",
  nobody_brief: "Nobody has decided yet",
  reasons: "Reasons and history",
  decide: "Decide",

  before_kept: "Made before it was kept on which version of the recording.",
  rests_on:
    "Made {recording, plural, =0 {without a recording} other {on version {recording} of the recording}}{analysis, plural, =0 {} other { and version {analysis} of the analysis}}.",
  changed_since: "The recording has changed since: it is version {current} now.",

  "form:legend": "What should happen?",
  "form:anew": "Decide anew",
  "form:reason": "Reason",
  "form:hint": "What in the interview it rests on. Your colleagues see it, and it stays.",
  "form:save": "Save decision",
  "form:keys": "Ctrl or ⌘ with Enter saves, too.",
  "form:refused": "The decision was not saved",
  "form:choose": "Choose one of the three.",
  "form:why": "Say why, in a sentence or two.",
  "leave:title": "Leave without saving your decision?",
  "leave:words": "What you wrote stays on this computer as a draft, for you alone, until you save it or sign out.",
  saved: "Decided: {decision, select, passed {move forward} failed {decline} other {needs another look}}",

  "news:title":
    "{name} has decided: {decision, select, passed {Move forward} failed {Decline} other {Needs another look}}",
  "news:brief":
    "{name} has decided: {decision, select, passed {move forward} failed {decline} other {needs another look}}",
  "news:words": "<at></at>, while you were writing: <reason></reason>",
  "news:both": "If you save yours, it counts instead. Both stay in the history.",
  "news:save": "Save mine all the same",
  "news:drop": "Drop mine",

  "missing:title": "Decide without what is missing?",
  "missing:words": "After a decision they are taken only when somebody accepts late parts.",
  "missing:wait": "Wait for them",
  "missing:decide": "Decide now",
} as const;
