/** On whose behalf a verb runs: it may touch this organisation only, and the audit log names it. */
export type Actor = {
  organizationId: string;
  kind: "user" | "api_key" | "share_link" | "system";
  /** The user's, the key's or the link's id; absent for the system. */
  id?: string | undefined;
};
