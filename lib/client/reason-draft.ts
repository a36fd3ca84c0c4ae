import { z } from "zod";
import { FinalStatus } from "../contract/status.ts";

/*
 * A decision in the making stays on this computer, for the person who writes it and for this interview alone, until it is saved, they
 * sign out, or two weeks have passed.
 */

const PREFIX = "talentflow.reason.";
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

const ReasonDraft = z.object({
  decision: FinalStatus.nullable(),
  reason: z.string(),
  /** The latest decision there was when it was begun. */
  seenDecisionId: z.string().nullable(),
});
export type ReasonDraft = z.infer<typeof ReasonDraft>;
const Kept = ReasonDraft.extend({ at: z.number() });

export type DraftOf = { userId: string; interviewId: string };

const keyOf = ({ userId, interviewId }: DraftOf) => `${PREFIX}${userId}.${interviewId}`;

/** @param now in milliseconds; a draft that is too old, or that nobody understands, is none */
export function readReasonDraft(of: DraftOf, now = Date.now()): ReasonDraft | null {
  return guarded(() => parseKept(localStorage.getItem(keyOf(of)), now)) ?? null;
}

/** Keeps what is written; nothing written is no draft. Those that are too old go. */
export function writeReasonDraft(of: DraftOf, draft: ReasonDraft, now = Date.now()): void {
  guarded(() => {
    for (const key of draftKeys()) if (!parseKept(localStorage.getItem(key), now)) localStorage.removeItem(key);
    if (draft.decision === null && draft.reason.trim() === "") localStorage.removeItem(keyOf(of));
    else localStorage.setItem(keyOf(of), JSON.stringify({ ...draft, at: now } satisfies z.infer<typeof Kept>));
  });
}

export function forgetReasonDraft(of: DraftOf): void {
  guarded(() => localStorage.removeItem(keyOf(of)));
}

/** Whoever signs out leaves nothing behind at this computer. */
export function forgetReasonDrafts(): void {
  guarded(() => {
    for (const key of draftKeys()) localStorage.removeItem(key);
  });
}

function draftKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

function parseKept(stored: string | null, now: number): ReasonDraft | null {
  const kept = Kept.safeParse(stored === null ? null : guarded(() => JSON.parse(stored)));
  if (!kept.success) return null;
  const { at, ...draft } = kept.data;
  return now - at > KEPT_MS ? null : draft;
}

/** Browsers may forbid storage, it may be full, and others may write into it. A draft is a comfort, so then there is none. */
function guarded<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
