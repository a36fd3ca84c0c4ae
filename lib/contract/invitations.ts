import { z } from "zod";
import { EmailAddress, oneLine, PersonName, says, Uuid } from "./fields.ts";

/** The wire of the recruiters' invitations. */

/** Who is invited, as pages and the command line say it. */
export const InviteBody = z.object({
  name: PersonName,
  email: EmailAddress,
  /** A template's name or id; absent: the organisation's oldest. */
  template: oneLine(200).optional(),
  expires_in_days: z.int(says("whole_number")).min(1, says("or_more")).max(365, says("at_most")).default(14),
  /** Also beside an open invitation of this person to this interview. */
  allow_another: z.boolean(says("true_or_false")).default(false),
  /** What becomes of a name that is not the one this address is known by: `keep` puts it on this interview alone. */
  other_name: z.enum(["ask", "keep", "rename"], says("one_of")).default("keep"),
});
export type InviteBody = z.infer<typeof InviteBody>;

export const InvitedAnswer = z.object({
  success: z.literal(true),
  message: z.string(),
  candidate_id: z.int(),
  interview_id: Uuid,
  interview_token: z.string(),
  url: z.string(),
});
export type InvitedAnswer = z.infer<typeof InvitedAnswer>;
