/** Inviting a candidate. */
export const invite = {
  button: "Invite candidate",
  title: "Invite a candidate",
  words: "They get a personal link and take the interview when it suits them.",
  "invited:title": "{name} is invited",
  "invited:words":
    "This link is theirs alone: whoever opens it takes the interview. Send it yourself; nothing was mailed.",

  refused: "The invitation was not made",
  name: "Name",
  email: "E-mail",
  interview: "Interview",
  days: "Open for",
  "days:count": "{count} days",
  cancel: "Cancel",
  create: "Create link",
  // What a problem is told about.
  "about:name": "The name",
  "about:email": "The address",
  "about:days": "The time",
  no_template: "There is no interview template yet: make one first.",

  "name:words": "You wrote “{name}”. In their other interviews the name changes only if you say so.",
  "name:keep": "Only on this interview",
  "name:rename": "Change it everywhere",
  "another:words": "A second link is an interview of its own: they could take both.",
  "another:see": "See the first one",
  "another:invite": "Invite once more",

  link: "Personal link",
  copy_link: "Copy link",
  message: "Words to send",
  copy_message: "Copy message",
  open_mail: "Open in mail",
  another: "Invite another",
  done: "Done",
} as const;
