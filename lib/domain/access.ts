export const ROLES = ["owner", "recruiter", "reviewer"] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = ["read", "write", "admin"] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * Who may do something. `open`: no credential of its own; a candidate's writes carry the interview token or the session
 * id, a link the signature or the token in its address, and the verb checks it. `scope` null: people only, no API key.
 */
export type AccessRule = { open: true } | { open?: never; roles: readonly Role[]; scope: Scope | null };

/** Who may do what: the one table, used by routes and pages alike. */
export const ACCESS = {
  public: { open: true },
  candidate: { open: true },
  /** A signed link to one file, or a share link to one interview: neither opens anything else. */
  link: { open: true },
  "results.read": { roles: ROLES, scope: "read" },
  "reviews.read": { roles: ROLES, scope: null },
  "recordings.play": { roles: ROLES, scope: "read" },
  "decisions.make": { roles: ROLES, scope: "write" },
  "interviews.read": { roles: ROLES, scope: "read" },
  "interviews.write": { roles: ["owner", "recruiter"], scope: "write" },
  "analyses.run": { roles: ["owner", "recruiter"], scope: "write" },
  "templates.read": { roles: ROLES, scope: "read" },
  "templates.write": { roles: ["owner", "recruiter"], scope: "write" },
  "exports.read": { roles: ["owner", "recruiter"], scope: "read" },
  "shares.write": { roles: ["owner", "recruiter"], scope: "write" },
  "candidates.erase": { roles: ["owner", "recruiter"], scope: "admin" },
  "deletion_requests.answer": { roles: ["owner", "recruiter"], scope: null },
  "webhooks.manage": { roles: ["owner"], scope: "admin" },
  "api_keys.manage": { roles: ["owner"], scope: "admin" },
  "audit.read": { roles: ["owner"], scope: "admin" },
  "account.own": { roles: ROLES, scope: null },
  /** What somebody may do who must set up a second factor first: that, and nothing else. */
  "account.enrol": { roles: ROLES, scope: null },
} as const satisfies Record<string, AccessRule>;

export type Access = keyof typeof ACCESS;

/** Whether somebody signed in with this role may. */
export function roleMay(role: Role, access: Access): boolean {
  const rule: AccessRule = ACCESS[access];
  return rule.open === true || rule.roles.includes(role);
}

/** Whether a key with these scopes may; `admin` includes the others. */
export function scopesMay(scopes: readonly string[], access: Access): boolean {
  const rule: AccessRule = ACCESS[access];
  if (rule.open) return true;
  return rule.scope !== null && (scopes.includes(rule.scope) || scopes.includes("admin"));
}
