"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useToast } from "@/components/ui/toast.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { decideMutation, latestDecisionQuery, reviewQuery } from "@/lib/client/review-queries.ts";
import type { Review } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { decision } from "@/lib/words/en/review/decision.ts";

const sentences = catalogue({ en: decision });

/** Tells whoever has a finished interview open that somebody has decided about it, and puts the decision on the page. @returns why that cannot be known */
export function useDecisionNews({ interview_id: id, state, decisions }: Review): Error | null {
  const queries = useQueryClient();
  const toast = useToast();
  const say = useWords(sentences);
  const told = useRef<string | null>(null);
  const { data, error } = useQuery({ ...latestDecisionQuery(id), enabled: state === "completed" });
  const latest = data?.latest ?? null;
  useEffect(() => {
    if (!latest || decisions.some(({ decision_id }) => decision_id === latest.decision_id)) return;
    if (told.current === latest.decision_id) return;
    // Their own comes back by itself.
    if (queries.isMutating({ mutationKey: decideMutation(id).mutationKey ?? [] }) > 0) return;
    told.current = latest.decision_id;
    const { queryKey } = reviewQuery(id);
    queries.setQueryData(queryKey, (review) => review && { ...review, decisions: [latest, ...review.decisions] });
    void queries.invalidateQueries({ queryKey, exact: true });
    toast({ tone: "info", title: say("news:brief", { name: latest.by, decision: latest.decision }) });
  }, [latest, decisions, id, queries, toast, say]);
  return error;
}
