"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { decideMutation, reviewQuery } from "@/lib/client/review-queries.ts";
import { MAX_REASON_LENGTH } from "@/lib/contract/review.ts";
import type { FinalStatus } from "@/lib/domain/status.ts";
import { VerdictChoice } from "./verdict-choice.tsx";
import { VERDICT_WORDS } from "./words.ts";

type DecisionFormProps = { interviewId: string; isFirst: boolean };
type Problems = { decision?: string; reason?: string };

/** Decides, with a reason that colleagues and the candidate may ask for later. */
export function DecisionForm({ interviewId, isFirst }: DecisionFormProps) {
  const [decision, setDecision] = useState<FinalStatus | null>(null);
  const [reason, setReason] = useState("");
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);
  const decide = useDecide(interviewId, () => {
    setDecision(null);
    setReason("");
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (decide.isPending) return;
    const found = problemsOf(decision, reason);
    setProblems(found);
    if (decision && !found.reason) decide.mutate({ decision, reason: reason.trim() });
    else form.current?.querySelector<HTMLElement>(decision ? "textarea" : "input")?.focus();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="mt-4 flex flex-col gap-5">
      <VerdictChoice
        legend={isFirst ? "What should happen?" : "Decide anew"}
        value={decision}
        onChange={setDecision}
        error={decision ? undefined : problems.decision}
      />
      <Field
        label="Reason"
        hint="What in the interview it rests on. Your colleagues see it, and it stays."
        error={reason.trim() ? undefined : problems.reason}
      >
        <Textarea
          required
          rows={3}
          maxLength={MAX_REASON_LENGTH}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      {decide.error ? (
        <Alert tone="negative" title="The decision was not saved" announce="alert">
          {decide.error.message} What you wrote is still here.
        </Alert>
      ) : null}
      <Button type="submit" variant="primary" loading={decide.isPending} className="self-start">
        Save decision
      </Button>
    </form>
  );
}

function problemsOf(decision: FinalStatus | null, reason: string): Problems {
  return {
    ...(decision ? {} : { decision: "Choose one of the three." }),
    ...(reason.trim() ? {} : { reason: "Say why, in a sentence or two." }),
  };
}

function useDecide(interviewId: string, onDecided: () => void) {
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    ...decideMutation(interviewId),
    onSuccess: ({ decision }) => {
      const { queryKey } = reviewQuery(interviewId);
      queries.setQueryData(queryKey, (review) => review && { ...review, decisions: [decision, ...review.decisions] });
      toast({ title: `Decided: ${VERDICT_WORDS[decision.decision].label.toLowerCase()}` });
      onDecided();
    },
  });
}
