/** On whose behalf a verb runs: it may touch this organisation only, and the audit log names it. */
export type Actor = {
  organizationId: string;
  kind: "user" | "api_key" | "system";
  /** The user's or the key's id; absent for the system. */
  id?: string | undefined;
};
