/**
 * What the record of who did what knows, `subject.verb` in the past tense, and how our pages tell it: “Ada” + the words. A new
 * action is added here, with its words.
 */
export const AUDIT_ACTIONS = {
  "analysis.requested": "had an interview scored again",
  "api_key.created": "made an API key",
  "api_key.revoked": "revoked an API key",
  "candidate.changed": "changed a candidate's particulars",
  "candidate.created": "added a candidate",
  "candidate.deletion_requested": "asked for their data to be deleted",
  "decision.made": "decided about an interview",
  "export.made": "exported interviews",
  "invitation.created": "invited a candidate",
  "invitation.extended": "gave an invitation more time",
  "invitation.link_read": "read a candidate's link",
  "invitation.revoked": "withdrew an invitation",
  "organization.created": "set up the organisation",
  "recording.viewed": "watched a recording",
  "sandbox.created": "opened the sandbox",
  "share_link.created": "shared an interview",
  "share_link.revoked": "ended a share link",
  "template.archived": "put a template away",
  "template.changed": "changed a template",
  "template.created": "made a template",
  "user.created": "added a member",
  "user.password_changed": "changed their password",
  "user.password_reset": "gave a member a new password",
  "user.role_changed": "changed a member's role",
  "user.signed_in": "signed in",
  "user.signed_out_everywhere": "signed out everywhere",
  "webhook.created": "added a webhook",
  "webhook.deleted": "removed a webhook",
  "webhook.delivery_resent": "had an event sent again",
  "webhook.disabled": "stopped a webhook",
  "webhook.enabled": "let a webhook work again",
  "webhook.replayed": "had missed events sent",
  "webhook.secret_rotated": "gave a webhook a new secret",
  "webhook.tested": "sent a test event",
  "webhook.updated": "changed a webhook",
} as const satisfies Record<`${string}.${string}`, string>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
