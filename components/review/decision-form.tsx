"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { LeaveGuard } from "@/components/ui/leave-guard.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { ClientError } from "@/lib/client/fetch-json.ts";
import type { DraftOf } from "@/lib/client/reason-draft.ts";
import { decideMutation, reviewQuery } from "@/lib/client/review-queries.ts";
import { MAX_REASON_LENGTH, type ReviewDecision } from "@/lib/contract/review.ts";
import type { FinalStatus } from "@/lib/domain/status.ts";
import { DecidedMeanwhile } from "./decided-meanwhile.tsx";
import { MissingPartsDialog } from "./missing-parts-dialog.tsx";
import { useDecisionDraft } from "./use-decision-draft.ts";
import { VerdictChoice } from "./verdict-choice.tsx";
import { VERDICT_WORDS } from "./words.ts";

type DecisionFormProps = {
  of: DraftOf;
  /** The decision that counts now. */
  latest: ReviewDecision | null;
};
type Problems = { decision?: string; reason?: string };

/** Decides, with a reason that colleagues and the candidate may ask for later. */
export function DecisionForm({ of, latest }: DecisionFormProps) {
  const latestId = latest?.decision_id ?? null;
  const draft = useDecisionDraft(of, latestId);
  const { decision, reason } = draft;
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);
  const meanwhile = useRef<HTMLDivElement>(null);
  const decide = useDecide(of.interviewId, draft.clear);
  const news = draft.seenDecisionId === latestId ? null : latest;
  const { error } = decide;
  const incomplete = error instanceof ClientError && error.code === "recording_incomplete" ? error.message : null;
  const save = (seen: string | null, despite?: { despite_missing: true }) => {
    if (decide.isPending) return;
    const found = problemsOf(decision, reason);
    setProblems(found);
    if (decision && !found.reason)
      decide.mutate({ decision, reason: reason.trim(), seen_decision_id: seen, ...despite });
    else form.current?.querySelector<HTMLElement>(decision ? "textarea" : "input")?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (news) meanwhile.current?.focus();
    else save(draft.seenDecisionId);
  };
  return (
    <>
      <form
        ref={form}
        onSubmit={submit}
        onKeyDown={submitByKeys}
        noValidate
        className="mt-4 flex flex-col gap-5 print:hidden"
      >
        <VerdictChoice
          legend={latest ? "Decide anew" : "What should happen?"}
          value={decision}
          onChange={(chosen) => draft.change({ decision: chosen })}
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
            onChange={(event) => draft.change({ reason: event.target.value })}
          />
        </Field>
        {news ? (
          <DecidedMeanwhile
            decision={news}
            place={meanwhile}
            onSave={
              decide.isPending
                ? null
                : () => {
                    draft.see();
                    save(latestId);
                  }
            }
            onDrop={draft.clear}
          />
        ) : error && incomplete === null ? (
          <Alert tone="negative" title="The decision was not saved" announce="alert">
            {error.message} What you wrote is still here.
          </Alert>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            type="submit"
            variant="primary"
            loading={decide.isPending}
            aria-keyshortcuts="Control+Enter Meta+Enter"
          >
            Save decision
          </Button>
          <span className="hidden text-xs text-muted lg:inline">Ctrl or ⌘ with Enter saves, too.</span>
        </div>
      </form>
      <MissingPartsDialog
        open={incomplete !== null}
        message={incomplete ?? ""}
        onDecide={() => save(draft.seenDecisionId, { despite_missing: true })}
        onWait={() => decide.reset()}
      />
      <LeaveGuard
        active={draft.isBegun && !decide.isPending}
        title="Leave without saving your decision?"
        description="What you wrote stays on this computer as a draft, for you alone, until you save it or sign out."
      />
    </>
  );
}

function submitByKeys(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
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
  const { queryKey } = reviewQuery(interviewId);
  return useMutation({
    ...decideMutation(interviewId),
    onSuccess: ({ decision }) => {
      queries.setQueryData(queryKey, (review) => review && { ...review, decisions: [decision, ...review.decisions] });
      toast({ title: `Decided: ${VERDICT_WORDS[decision.decision].label.toLowerCase()}` });
      onDecided();
    },
    onError: (error) => {
      // What was decided meanwhile is shown in the form as soon as it is read.
      if (error instanceof ClientError && error.code === "already_decided") {
        void queries.invalidateQueries({ queryKey, exact: true });
      }
    },
  });
}
