"use client";

import { useEffect } from "react";
import { inWords } from "@/components/ui/form/in-words.ts";
import { useForm } from "@/components/ui/form/use-form.ts";
import { useFormValue } from "@/components/ui/form/use-form-value.ts";
import { useWords } from "@/components/words/use-words.ts";
import { type DraftOf, type ReasonDraft, reasonDraft } from "@/lib/client/reason-draft.ts";
import { DecisionBody } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { decision as ofDecisions } from "@/lib/words/en/review/decision.ts";
import { useDecide } from "./use-decide.ts";

const sentences = catalogue({ en: ofDecisions });

const toBody = ({ seenDecisionId, ...said }: ReasonDraft) => ({ ...said, seen_decision_id: seenDecisionId });

/**
 * A decision in the making, kept on this computer until it is saved or taken back.
 * @param latestId the latest decision that the page shows; who has written nothing yet has seen it
 */
export function useDecisionForm(of: DraftOf, latestId: string | null) {
  const say = useWords(sentences);
  const draft = reasonDraft(of);
  const initial: ReasonDraft = { decision: null, reason: "", seenDecisionId: latestId };
  const { send, show } = useDecide(of.interviewId);
  const form = useForm({
    schema: inWords(DecisionBody),
    initial,
    toBody,
    words: { decision: () => say("form:choose"), reason: () => say("form:why") },
    send,
    onSent: (answer) => {
      form.startOver(); // first, since its own decision is no news to it
      show(answer);
    },
    draft,
  });
  const decision = useFormValue(form, "decision");
  const seen = useFormValue(form, "seenDecisionId");
  /** They have read of the latest decision and go on. */
  const see = () => seen.change(latestId);

  const { getValues, setValue } = form.fields;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the draft only how it tells that nothing is written
  useEffect(() => {
    if (!draft.isBegun(getValues())) setValue("seenDecisionId", latestId);
  }, [form.isBegun, latestId, getValues, setValue]);
  return { form, decision, see, hasSeenLatest: !form.isBegun || seen.value === latestId };
}
