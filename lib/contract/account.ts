import { z } from "zod";

/** The wire of one's own account. */

const CurrentPassword = z.string("must be a text");
/** Of an app, or a recovery code; with spaces and dashes as people type them. */
const Code = z.string("must be a text").trim().min(1, "must not be empty").max(40, "must have at most 40 characters");

/** Too short is told before the current password is looked at: each look counts as a guess. */
export const ChangePasswordBody = z.object(
  {
    current_password: CurrentPassword,
    new_password: z.string("must be a text").min(10, "must have at least 10 characters"),
  },
  "must be an object",
);
export type ChangePasswordBody = z.infer<typeof ChangePasswordBody>;

export const StartSecondFactorBody = z.object({ current_password: CurrentPassword }, "must be an object");
export type StartSecondFactorBody = z.infer<typeof StartSecondFactorBody>;

/** What an app reads from a QR code (Key URI Format); the secret stands in its query. */
export const StartedSecondFactor = z.object({ success: z.literal(true), uri: z.string() });
export type StartedSecondFactor = z.infer<typeof StartedSecondFactor>;

export const ConfirmSecondFactorBody = z.object({ code: Code }, "must be an object");
export type ConfirmSecondFactorBody = z.infer<typeof ConfirmSecondFactorBody>;

/** Shown this once. */
export const RecoveryCodes = z.object({ success: z.literal(true), recovery_codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** What it takes to turn a second factor off, or to replace its recovery codes. */
export const ProvenBody = z.object({ current_password: CurrentPassword, code: Code }, "must be an object");
export type ProvenBody = z.infer<typeof ProvenBody>;
