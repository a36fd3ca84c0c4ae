"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "@/components/ui/toast.tsx";
import { ClientError } from "@/lib/client/fetch-json.ts";
import { decideMutation, reviewQuery } from "@/lib/client/review-queries.ts";
import type { DecisionResponse } from "@/lib/contract/review.ts";
import { VERDICT_WORDS } from "./words.ts";

/** Saves a decision, and then shows it on the page. */
export function useDecide(interviewId: string) {
  const queries = useQueryClient();
  const toast = useToast();
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
    toast({ title: `Decided: ${VERDICT_WORDS[decision.decision].label.toLowerCase()}` });
  };
  return { send: decide.mutateAsync, show };
}
