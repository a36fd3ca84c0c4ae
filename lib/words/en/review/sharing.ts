/** Showing an interview to somebody without an account, and the page that they see. */
export const sharing = {
  share: "Share",
  title: "Share this interview",
  words:
    "Whoever holds the link sees {name}’s recording, answers and scores, without signing in. There is no e-mail address, no decision and no other interview behind it.",
  "form:refused": "The link was not made",
  "form:time": "Open for",
  // What a problem is told about.
  "form:about_time": "The time",
  "form:days": "{count, plural, =1 {1 day} other {{count} days}}",
  "form:another": "Create another",
  "form:create": "Create link",
  new: "New link",
  copy: "Copy link",
  "copy:now": "Copy it now: it is shown this once and cannot be looked up later.",

  "open:refused": "The links that are open could not be read",
  "open:title": "Open links",
  "open:until": "Until <at></at>",
  "open:by": "Made by {name}, <at></at>",
  "open:end": "End link",
  "open:ended": "The link shows nothing any more",
  "open:not_ended": "The link was not ended",

  "page:title": "Shared interview",
  "page:taken": "taken <at></at>",
  "page:until":
    "Shared with you until <at></at>. Somebody trusted their words to a few people: please keep this link to yourself.",
  "page:first": "This link shows the first {count} questions. Whoever sent it can show you the others.",
  "gone:title": "This link does not show anything",
  "gone:words":
    "Shared links end after some days, or when whoever made them ends them. It may also have been cut off on its way: copy it whole, or ask the person who sent it for a new one.",
} as const;
