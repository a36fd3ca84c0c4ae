import { z } from "zod";

/** The wire of one's own account. The verb says what is wrong with a password. */

export const ChangePasswordBody = z.object(
  { current_password: z.string("must be a text"), new_password: z.string("must be a text") },
  "must be an object",
);
export type ChangePasswordBody = z.infer<typeof ChangePasswordBody>;
