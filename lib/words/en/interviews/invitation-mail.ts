/** A message to a candidate that a recruiter can send as it is, in the invitation's language. */
export const invitationMail = {
  subject: "Your interview",
  subject_named: "Your interview: {interview}",
  body: `Hello {name},

we would like to invite you to {named, select, yes {our interview “{interview}”} other {an interview with us}}. You take it online, whenever it suits you within the next {days} days:

{url}

A few questions are asked, and you answer by speaking or typing. Camera and microphone are recorded; before anything starts you see what is recorded and how it is used, and you can check both. A quiet place, a current browser and a stable connection are all you need.

The link is personal, so please do not pass it on. If something does not work, simply reply to this message.

We look forward to hearing from you.`,
} as const;
