/**
 * What the record of who did what knows, `subject.verb` in the past tense, and how our pages tell it: “Ada” + the words. A new
 * action is added here, with its words.
 */
export const AUDIT_ACTIONS = {
  "analysis.requested": "had an interview scored again",
  "api_key.created": "made an API key",
  "api_key.revoked": "ended an API key",
  "decision.made": "decided about an interview",
  "invitation.created": "invited a candidate",
  "invitation.revoked": "withdrew an invitation",
  "organization.created": "set up the organisation",
  "recording.viewed": "watched a recording",
  "sandbox.created": "opened the sandbox",
  "template.created": "made a template",
  "user.created": "added a member",
  "user.password_changed": "changed their password",
  "user.password_reset": "gave a member a new password",
  "user.role_changed": "changed a member's role",
  "user.signed_in": "signed in",
  "user.signed_out_everywhere": "signed out everywhere",
} as const satisfies Record<`${string}.${string}`, string>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
