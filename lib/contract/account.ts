import { z } from "zod";

/** The wire of one's own account. */

/** Too short is told before the current password is looked at: each look counts as a guess. */
export const ChangePasswordBody = z.object(
  {
    current_password: z.string("must be a text"),
    new_password: z.string("must be a text").min(10, "must have at least 10 characters"),
  },
  "must be an object",
);
export type ChangePasswordBody = z.infer<typeof ChangePasswordBody>;
