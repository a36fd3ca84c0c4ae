import { z } from "zod";

export const MAX_KEEP_REASON_LENGTH = 1000;

/** Why what a candidate wants deleted is kept: they read it on their page. */
export const KeepDataBody = z.object({
  reason: z
    .string("must be a text")
    .trim()
    .min(1, "must not be empty")
    .max(MAX_KEEP_REASON_LENGTH, `must have at most ${MAX_KEEP_REASON_LENGTH} characters`),
});

/** An interview whose candidate asks for deletion: who asked, when, and how much there is. Nothing that was said or thought of it. */
export type Restriction = {
  interviewId: string;
  candidate: { id: number; name: string; email: string };
  roleTitle: string;
  invitedAt: string;
  startedAt: string | null;
  endedAt: string | null;
  requestedAt: string;
  /** Somebody has had them erased: not to be answered any more. */
  erasingSince: string | null;
  erasedAt: string | null;
  /** They asked by the link of another of their interviews. */
  askedElsewhere: boolean;
  stored: {
    questions: number;
    answers: number;
    /** Null: nothing is recorded. */
    recordedSeconds: number | null;
    analyses: number;
    decisions: number;
    /** That would show it, and do not meanwhile. */
    shareLinks: number;
  };
};
