/** Who can see what comes of an interview in an organisation, as it is now. */
export type Audience = {
  /** Members have at least one of each. */
  roles: readonly ("owner" | "recruiter" | "reviewer")[];
  /** There are API keys that read. */
  programs: boolean;
  /** Some share links show interviews. */
  shareLinks: boolean;
  /** That are told of events by webhooks, sorted. */
  webhookHosts: readonly string[];
};

/** A paragraph above the consent. */
export type NoticeFact = { about: "recording" | "audience" | "scoring"; title: string; words: string };

/** All that a candidate reads before they agree, and what they agree to. */
export type ConsentNotice = { facts: NoticeFact[]; agreement: string };

/** The same as one text, as it is kept and hashed: a line for each title, paragraph and for the agreement. */
export function noticeText({ facts, agreement }: ConsentNotice): string {
  return [...facts.flatMap(({ title, words }) => [title, words]), agreement].join("\n").normalize("NFC");
}
