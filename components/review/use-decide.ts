"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "@/components/ui/toast.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { ClientError } from "@/lib/client/fetch-json.ts";
import { decideMutation, reviewQuery } from "@/lib/client/review-queries.ts";
import type { DecisionResponse } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { decision as ofDecisions } from "@/lib/words/en/review/decision.ts";

const sentences = catalogue({ en: ofDecisions });

/** Saves a decision, and then shows it on the page. */
export function useDecide(interviewId: string) {
  const queries = useQueryClient();
  const toast = useToast();
  const say = useWords(sentences);
  const { queryKey } = reviewQuery(interviewId);
  const decide = useMutation({
    ...decideMutation(interviewId),
    onError: (error) => {
      // What was decided meanwhile is shown in the form as soon as it is read.
      if (error instanceof ClientError && error.code === "already_decided") {
        void queries.invalidateQueries({ queryKey, exact: true });
      }
    },
  });
  const show = ({ decision }: DecisionResponse) => {
    queries.setQueryData(queryKey, (review) => review && { ...review, decisions: [decision, ...review.decisions] });
    toast({ title: say("saved", { decision: decision.decision }) });
  };
  return { send: decide.mutateAsync, show };
}
