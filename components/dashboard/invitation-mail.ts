type Invited = { name: string; url: string; templateName: string; daysOpen: number };

/** A message that a recruiter can send as it is: what awaits the candidate, what they need, and their link. */
export function invitationMail({ name, url, templateName, daysOpen }: Invited): { subject: string; body: string } {
  const interview = templateName ? `our interview “${templateName}”` : "an interview with us";
  return {
    subject: templateName ? `Your interview: ${templateName}` : "Your interview",
    body: `Hello ${name},

we would like to invite you to ${interview}. You take it online, whenever it suits you within the next ${daysOpen} days:

${url}

A few questions are asked, and you answer by speaking or typing. Camera and microphone are recorded; before anything starts you see what is recorded and how it is used, and you can check both. A quiet place, a current browser and a stable connection are all you need.

The link is personal, so please do not pass it on. If something does not work, simply reply to this message.

We look forward to hearing from you.`,
  };
}
