"use client";

import { useEffect, useState } from "react";
import {
  type DraftOf,
  forgetReasonDraft,
  type ReasonDraft,
  readReasonDraft,
  writeReasonDraft,
} from "@/lib/client/reason-draft.ts";

const BLANK = { decision: null, reason: "" };

/**
 * A decision in the making, kept on this computer until it is saved or taken back.
 * @param latestId the latest decision that the page shows; who has written nothing yet has seen it
 */
export function useDecisionDraft({ userId, interviewId }: DraftOf, latestId: string | null) {
  const [draft, setDraft] = useState<ReasonDraft>({ ...BLANK, seenDecisionId: latestId });
  const [isRead, setRead] = useState(false);

  useEffect(() => {
    const kept = readReasonDraft({ userId, interviewId });
    if (kept) setDraft(kept);
    setRead(true);
  }, [userId, interviewId]);

  useEffect(() => {
    if (isRead) writeReasonDraft({ userId, interviewId }, draft);
  }, [isRead, draft, userId, interviewId]);

  const isBegun = draft.decision !== null || draft.reason.trim() !== "";
  return {
    ...draft,
    isBegun,
    seenDecisionId: isBegun ? draft.seenDecisionId : latestId,
    change: (change: Partial<Pick<ReasonDraft, "decision" | "reason">>) =>
      setDraft((before) => ({ ...before, ...change, ...(isBegun ? {} : { seenDecisionId: latestId }) })),
    /** They have read of the latest decision and go on. */
    see: () => setDraft((before) => ({ ...before, seenDecisionId: latestId })),
    clear: () => {
      forgetReasonDraft({ userId, interviewId });
      setDraft({ ...BLANK, seenDecisionId: latestId });
    },
  };
}
