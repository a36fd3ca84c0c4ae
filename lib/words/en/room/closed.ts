/** In place of the room, or of what is left of it, once an interview cannot be taken. */
export const closed = {
  "completed:title": "This interview is complete",
  "completed:heard":
    "Your answers are safe with {organization}. Below stands what was heard of you, if you want to look at it; you can close this page at any time.",
  "completed:words":
    "Your answers are safe with {organization}. There is nothing left to do here, and you can close this page.",
  "closed:title": "This interview was closed",
  "closed:words": "Nothing more is taken for it.",
  "expired:title": "This invitation has expired",
  "expired:words":
    "Write to the people at {organization} who invited you and ask for a new link. They can send one in a minute.",
  "revoked:title": "This invitation was withdrawn",
  "revoked:words":
    "If you did not expect that, write to the people at {organization} who invited you: they can send a new link.",
  "not_found:title": "We cannot find this invitation",
  "not_found:words":
    "The link may have been cut off on its way. Open it again from your e-mail, or copy it whole. If that does not help, ask the people who invited you for a new one.",
  "gone:title": "We cannot find this interview any more",
  "gone:unsent":
    "What you answered last is kept on this device, and is sent from any page here as soon as it is found again. Please ask the people who invited you.",
  "gone:saved": "What you had answered until then was saved. Please ask the people who invited you.",
  kept: "What you had answered and recorded until then stays with {organization}.",
  kept_but_late:
    "What you had answered and recorded until then stays with {organization}. {late, plural, one {Your latest answer} other {Your latest # answers}} came too late to be taken: please tell them so.",
  not_taken: "What you wrote and could not be taken",
  copy: "Copy it",
  the_company: "the company",
  "resting:title": "This interview rests",
  "resting:words":
    "You asked for your data to be deleted. Until the people at {organization} have answered, nothing more is recorded, shown, scored or decided. If you would rather go on, take your request back.",
} as const;
