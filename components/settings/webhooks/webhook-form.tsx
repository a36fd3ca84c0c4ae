"use client";

import { Button } from "@/components/ui/button.tsx";
import { DialogActions } from "@/components/ui/dialog.tsx";
import { about, type ProblemWords } from "@/components/ui/form/field-issues.ts";
import { Form } from "@/components/ui/form/form.tsx";
import { FormField } from "@/components/ui/form/form-field.tsx";
import { FormProblem } from "@/components/ui/form/form-problem.tsx";
import { inWords } from "@/components/ui/form/in-words.ts";
import { useForm } from "@/components/ui/form/use-form.ts";
import { useFormValue } from "@/components/ui/form/use-form-value.ts";
import { Input } from "@/components/ui/input.tsx";
import { CreateWebhookBody, type Webhook } from "@/lib/contract/v1/webhooks.ts";
import { EventChoice } from "./event-choice.tsx";

const PROBLEMS: ProblemWords = {
  url: about("The address"),
  description: about("The words"),
  events: about("The events"),
};

type Values = Pick<Webhook, "url" | "description" | "events">;
const BLANK: Values = { url: "", description: "", events: [] };

type WebhookFormProps = {
  /** What it is now; absent for a new one. */
  webhook?: Values;
  submit: string;
  send: (body: CreateWebhookBody) => Promise<unknown>;
  onCancel: () => void;
};

/** Where a webhook leads, what it is for and what it is told. */
export function WebhookForm({
  webhook: { url, description, events } = BLANK,
  submit,
  send,
  onCancel,
}: WebhookFormProps) {
  const form = useForm({
    schema: inWords(CreateWebhookBody),
    initial: { url, description, events },
    words: PROBLEMS,
    send,
  });
  const chosen = useFormValue(form, "events");
  return (
    <Form form={form}>
      <FormProblem form={form} title="Nothing was changed" kept="typed" />
      <FormField
        form={form}
        name="url"
        label="Address"
        hint="It begins with https:// and can be reached from the internet."
      >
        <Input
          type="url"
          autoComplete="off"
          required
          spellCheck={false}
          placeholder="https://ats.example.com/hooks/talentflow"
        />
      </FormField>
      <FormField form={form} name="description" label="What it is for" optional>
        <Input autoComplete="off" maxLength={200} />
      </FormField>
      <EventChoice value={chosen.value} onChange={chosen.change} error={chosen.problem} />
      <DialogActions>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" loading={form.isSending}>
          {submit}
        </Button>
      </DialogActions>
    </Form>
  );
}
