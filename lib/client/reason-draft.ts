import { z } from "zod";
import { FinalStatus } from "../contract/status.ts";
import { type KeptDraft, keptDraft } from "./form-draft.ts";

const ReasonDraft = z.object({
  decision: FinalStatus.nullable(),
  reason: z.string(),
  /** The latest decision there was when it was begun. */
  seenDecisionId: z.string().nullable(),
});
export type ReasonDraft = z.infer<typeof ReasonDraft>;

export type DraftOf = { userId: string; interviewId: string };

/** A decision in the making. */
export function reasonDraft({ userId, interviewId }: DraftOf): KeptDraft<ReasonDraft> {
  return keptDraft({
    kind: "reason",
    userId,
    about: interviewId,
    schema: ReasonDraft,
    isBegun: ({ decision, reason }) => decision !== null || reason.trim() !== "",
  });
}
