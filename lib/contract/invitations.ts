import { z } from "zod";
import { Uuid } from "./fields.ts";

/** The wire of the recruiters' invitations. */

/** Who is invited: the verb says what is wrong with a field, so that pages and the command line say the same. */
export const InviteBody = z.object({
  name: z.string(),
  email: z.string(),
  /** A template's name or id; absent: the organisation's oldest. */
  template: z.string().optional(),
  expires_in_days: z.int().optional(),
  /** Also beside an open invitation of this person to this interview. */
  allow_another: z.boolean().optional(),
  /** What becomes of a name that is not the one this address is known by. Absent: it stands on this interview alone. */
  other_name: z.enum(["ask", "keep", "rename"]).optional(),
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
