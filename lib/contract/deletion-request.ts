import { z } from "zod";
import { says } from "./fields.ts";

export const MAX_KEEP_REASON_LENGTH = 1000;

/** Why what a candidate wants deleted is kept: they read it on their page. */
export const KeepDataBody = z.object({
  reason: z
    .string(says("text"))
    .trim()
    .min(1, says("not_empty"))
    .max(MAX_KEEP_REASON_LENGTH, says("characters_at_most")),
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
