"use client";

import { type KeyboardEvent, useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { AskBeforeLeaving } from "@/components/ui/form/ask-before-leaving.tsx";
import { Form } from "@/components/ui/form/form.tsx";
import { FormField } from "@/components/ui/form/form-field.tsx";
import { FormProblem } from "@/components/ui/form/form-problem.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { ClientError } from "@/lib/client/fetch-json.ts";
import type { DraftOf } from "@/lib/client/reason-draft.ts";
import { MAX_REASON_LENGTH, type ReviewDecision } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { decision as ofDecisions } from "@/lib/words/en/review/decision.ts";
import { DecidedMeanwhile } from "./decided-meanwhile.tsx";
import { MissingPartsDialog } from "./missing-parts-dialog.tsx";
import { useDecisionForm } from "./use-decision-form.ts";
import { VerdictChoice } from "./verdict-choice.tsx";

const sentences = catalogue({ en: ofDecisions });

type DecisionFormProps = {
  of: DraftOf;
  /** The decision that counts now. */
  latest: ReviewDecision | null;
};

/** Decides, with a reason that colleagues and the candidate may ask for later. */
export function DecisionForm({ of, latest }: DecisionFormProps) {
  const say = useWords(sentences);
  const { form, decision, see, hasSeenLatest } = useDecisionForm(of, latest?.decision_id ?? null);
  const meanwhile = useRef<HTMLDivElement>(null);
  const news = hasSeenLatest ? null : latest;
  const incomplete = incompleteIn(form.problem);
  const saveAllTheSame = () => {
    see();
    void form.submit();
  };
  return (
    <>
      <Form
        form={form}
        onSubmit={() => (news ? meanwhile.current?.focus() : void form.submit())}
        onKeyDown={submitByKeys}
        className="mt-4 print:hidden"
      >
        <VerdictChoice
          legend={latest ? say("form:anew") : say("form:legend")}
          value={decision.value}
          onChange={decision.change}
          error={decision.problem}
        />
        <FormField form={form} name="reason" label={say("form:reason")} hint={say("form:hint")}>
          <Textarea required rows={3} maxLength={MAX_REASON_LENGTH} />
        </FormField>
        {news ? (
          <DecidedMeanwhile
            decision={news}
            place={meanwhile}
            onSave={form.isSending ? null : saveAllTheSame}
            onDrop={form.startOver}
          />
        ) : incomplete === null ? (
          <FormProblem form={form} title={say("form:refused")} kept="written" />
        ) : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" variant="primary" loading={form.isSending} aria-keyshortcuts="Control+Enter Meta+Enter">
            {say("form:save")}
          </Button>
          <span className="hidden text-xs text-muted lg:inline">{say("form:keys")}</span>
        </div>
      </Form>
      <MissingPartsDialog
        open={incomplete !== null}
        message={incomplete ?? ""}
        onDecide={() => void form.submit({ despite_missing: true })}
        onWait={form.dropProblem}
      />
      <AskBeforeLeaving form={form} title={say("leave:title")} description={say("leave:words")} />
    </>
  );
}

/** What is missing of a recording, where a decision was refused because of it. */
function incompleteIn(problem: Error | null): string | null {
  return problem instanceof ClientError && problem.code === "recording_incomplete" ? problem.message : null;
}

function submitByKeys(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
