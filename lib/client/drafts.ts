/*
 * What is being written, kept by this browser for one interview: another tab, or a visit after the window was closed, goes
 * on with it. The next person at a shared computer must not find it: it goes with the answer that was given, with the end of
 * the interview, and when the link is over.
 */

/** `heard`: what the speech recognition made of it, beside what the candidate did. */
export type Draft = { text: string; heard: string };

export type DraftPlace = {
  /** Of the interview, in this browser. */
  localKey: string;
  questionId: string;
};

type Kept = { until: number; drafts: Record<string, Draft> };

const PREFIX = "talentflow.drafts.";
const NOTHING: Draft = { text: "", heard: "" };
/** Who has begun in time may finish, also after the link's own end. */
const SITTING_MS = 4 * 3_600_000;

export function readDraft({ localKey, questionId }: DraftPlace): Draft {
  return readKept(localKey)?.drafts[questionId] ?? NOTHING;
}

/** What is being written for any question of an interview. */
export function readUnfinished(localKey: string): string[] {
  const drafts = Object.values(readKept(localKey)?.drafts ?? {});
  return drafts.map(({ text }) => text.trim()).filter((text) => text !== "");
}

/** @param openUntil when the link ends, ISO 8601 */
export function writeDraft({ localKey, questionId }: DraftPlace, draft: Draft, openUntil: string): void {
  const { [questionId]: _before, ...others } = readKept(localKey)?.drafts ?? {};
  const drafts = draft.text === "" && draft.heard === "" ? others : { ...others, [questionId]: draft };
  const until = Math.max(Date.parse(openUntil), Date.now() + SITTING_MS);
  if (Object.keys(drafts).length === 0) forgetDrafts(localKey);
  else guarded(() => localStorage.setItem(PREFIX + localKey, JSON.stringify({ until, drafts } satisfies Kept)));
}

/** All of an interview: it has ended. */
export function forgetDrafts(localKey: string): void {
  guarded(() => localStorage.removeItem(PREFIX + localKey));
}

/** Those whose interview can be taken no longer, and what cannot be read. */
export function sweepDrafts(): void {
  const keys = guarded(() => Object.keys(localStorage)) ?? [];
  for (const key of keys.filter((one) => one.startsWith(PREFIX))) {
    const localKey = key.slice(PREFIX.length);
    const kept = readKept(localKey);
    if (!kept || kept.until <= Date.now()) forgetDrafts(localKey);
  }
}

function readKept(localKey: string): Kept | null {
  return (
    guarded(() => {
      const kept = JSON.parse(localStorage.getItem(PREFIX + localKey) ?? "null");
      return typeof kept?.until === "number" && typeof kept.drafts === "object" ? kept : null;
    }) ?? null
  );
}

/** Browsers may forbid storage, or it may be full. A draft is a comfort, so then there is none. */
function guarded<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
