import { z } from "zod";
import { says } from "./fields.ts";

/** The wire of one's own account. */

const CurrentPassword = z.string(says("text"));
/** Of an app, or a recovery code; with spaces and dashes as people type them. */
const Code = z.string(says("text")).trim().min(1, says("not_empty")).max(40, says("characters_at_most"));

/** Too short is told before the current password is looked at: each look counts as a guess. */
export const ChangePasswordBody = z.object(
  {
    current_password: CurrentPassword,
    new_password: z.string(says("text")).min(10, says("characters_at_least")),
  },
  says("object"),
);
export type ChangePasswordBody = z.infer<typeof ChangePasswordBody>;

export const StartSecondFactorBody = z.object({ current_password: CurrentPassword }, says("object"));
export type StartSecondFactorBody = z.infer<typeof StartSecondFactorBody>;

/** What an app reads from a QR code (Key URI Format); the secret stands in its query. */
export const StartedSecondFactor = z.object({ success: z.literal(true), uri: z.string() });
export type StartedSecondFactor = z.infer<typeof StartedSecondFactor>;

export const ConfirmSecondFactorBody = z.object({ code: Code }, says("object"));
export type ConfirmSecondFactorBody = z.infer<typeof ConfirmSecondFactorBody>;

/** Shown this once. */
export const RecoveryCodes = z.object({ success: z.literal(true), recovery_codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** What it takes to turn a second factor off, or to replace its recovery codes. */
export const ProvenBody = z.object({ current_password: CurrentPassword, code: Code }, says("object"));
export type ProvenBody = z.infer<typeof ProvenBody>;
