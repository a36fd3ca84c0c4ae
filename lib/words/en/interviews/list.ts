/** The list of an organisation's interviews, and what can be done from it. */
export const list = {
  title: "Interviews",
  loading: "Loading interviews",
  "unknown_filter:title": "There is no filter “{state}”",
  "unknown_filter:words": "So interviews in every state are shown.",
  all: "All",
  filter: "Filter by state",
  search: "Search by name or e-mail",

  "head:candidate": "Candidate",
  "head:interview": "Interview",
  "head:state": "State",
  "head:score": "Score",
  "head:decision": "Decision",
  "head:invited": "Invited",
  not_decided: "Not decided",
  taken: "taken <at></at>",
  open_until: "open until <at></at>",
  choose: "Choose {name}",

  "score:failed": "Analysis failed",
  "score:pending": "Waiting for analysis",
  "score:processing": "Being analysed",
  "score:none": "Not assessed",
  "score:of_100": "<score></score><rest> of 100</rest>",
  "score:of_100_from": "<score></score><rest> of 100, from {basis}</rest>",
  look: "Why {name} needs a person’s look",
  "look:one": "{brief}. Why {name} needs a person’s look",
  "look:more": "{brief} and {count} more. Why {name} needs a person’s look",

  actions: "Actions for {name}",
  copy: "Copy link",
  copied: "Link for {name} copied",
  revoke: "Revoke invitation",
  copy_chosen: "Copy links",
  chosen_copied: "{count, plural, =1 {One link copied} other {{count} links copied}}",
  "chosen_copied:words": "A line each, with the name.",
  revoke_chosen: "Revoke",
  "revoking:title": "{count, plural, =1 {Revoking the invitation of {name}} other {Revoking {count} invitations}}",
  "revoking:words":
    "{count, plural, =1 {Its link stops working in a few seconds.} other {Their links stop working in a few seconds.}}",
  undo: "Undo",
  "still_open:title":
    "{count, plural, =1 {The invitation of {name} is still open} other {{count} invitations are still open}}",
  "still_open:words":
    "{count, plural, =1 {It could not be revoked just now. Please try again.} other {They could not be revoked just now. Please try again.}}",

  export: "Export",
  "export:all": "All interviews.",
  "export:filtered": "The interviews that match your filters, all pages.",
  "export:care": "Handle with care: names, answers and scores are in it.",
  "export:left_out":
    "{count, plural, =1 {One interview is left out: its candidate asks for deletion.} other {{count} interviews are left out: their candidates ask for deletion.}}",
  "export:xlsx": "Excel workbook",
  "export:csv_for_excel": "CSV for Excel",
  "export:csv": "CSV",
  "export:jsonl": "JSON lines",

  "nothing:waits": "Nothing waits for you",
  "nothing:matches": "No interview matches",
  "nothing:found": "Nobody called “{search}” was found here. A part of the name or the address is enough.",
  "nothing:in_state": "There is none in this state.",
  "nothing:show_all": "Show all interviews",
  "first:title": "Invite your first candidate",
  "first:words":
    "You give a name and an address and get a personal link to send. The interview appears here at once, with its recording and answers as soon as it is taken.",
  "first:others": "Interviews appear here as soon as somebody with the role to invite has sent a link.",
} as const;
