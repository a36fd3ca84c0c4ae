/** What is known of the installation that a dump is of: who may sign in, and what is where. All of it opens nothing else. */
export type Installation = {
  authSecret: string;
  /** When the dump was made: nothing in it is later, but for ends that were to come. */
  dumpedAt: string;
  /** Where its server was. */
  baseUrl: string;
  accounts: Record<"owner" | "recruiter" | "reviewer", { email: string; password: string }>;
  keys: Record<"admin" | "read", string>;
  /** What the names in the addresses of questions stand for. */
  interviews: Record<InterviewName, KnownInterview>;
  templates: { used: string; archived: string };
  webhooks: { working: string; broken: string; gone: string };
};

/** `asked`: its candidate asked for deletion. `silent`: nothing was said in it. */
export type InterviewName = "finished" | "running" | "silent" | "expired" | "asked" | "open" | "revoked";

export type KnownInterview = {
  interviewId: string;
  candidateId: number;
  token: string;
  /** The id that its browser writes by. */
  sessionId?: string;
  /** Of a link that shows it to guests. */
  shareToken?: string;
};
