import { catalogue } from "@/lib/words/catalogue.ts";
import { invitationMail as ofMails } from "@/lib/words/en/interviews/invitation-mail.ts";
import type { Locale } from "@/lib/words/locale.ts";

const sentences = catalogue({ en: ofMails });

type Invited = { name: string; url: string; templateName: string; daysOpen: number };

/**
 * A message that a recruiter can send as it is: what awaits the candidate, what they need, and their link.
 * @param locale of the invitation
 */
export function invitationMail(
  { name, url, templateName: interview, daysOpen: days }: Invited,
  locale: Locale,
): { subject: string; body: string } {
  const say = sentences.in(locale);
  return {
    subject: interview ? say("subject_named", { interview }) : say("subject"),
    body: say("body", { name, url, interview, named: interview ? "yes" : "no", days }),
  };
}
