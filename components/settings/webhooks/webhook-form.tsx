"use client";

import { type FormEvent, useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { DialogActions } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import type { CreateWebhookBody, Webhook } from "@/lib/contract/v1/webhooks.ts";
import type { EventType } from "@/lib/domain/event-types.ts";
import { fieldProblem, isToldAtFields } from "../field-problem.ts";
import { EventChoice } from "./event-choice.tsx";

type WebhookFormProps = {
  /** What it is now; absent for a new one. */
  webhook?: Webhook;
  submit: string;
  error: Error | null;
  isPending: boolean;
  onSubmit: (body: CreateWebhookBody) => void;
  onCancel: () => void;
};

/** Where a webhook leads, what it is for and what it is told. */
export function WebhookForm({ webhook, submit, error, isPending, onSubmit, onCancel }: WebhookFormProps) {
  const [events, setEvents] = useState<EventType[]>(webhook?.events ?? []);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const fields = new FormData(event.currentTarget);
    onSubmit({ url: String(fields.get("url")), description: String(fields.get("description")), events });
  };
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-5">
      {error && !isToldAtFields(error) ? (
        <Alert tone="negative" title="Nothing was changed" announce="alert">
          {error.message} What you typed is still here.
        </Alert>
      ) : null}
      <Field
        label="Address"
        hint="It begins with https:// and can be reached from the internet."
        error={fieldProblem(error, "url", "The address")}
      >
        <Input
          name="url"
          type="url"
          autoComplete="off"
          required
          spellCheck={false}
          defaultValue={webhook?.url}
          placeholder="https://ats.example.com/hooks/talentflow"
        />
      </Field>
      <Field label="What it is for" optional error={fieldProblem(error, "description", "The words")}>
        <Input name="description" autoComplete="off" maxLength={200} defaultValue={webhook?.description} />
      </Field>
      <EventChoice value={events} onChange={setEvents} error={fieldProblem(error, "events", "The events")} />
      <DialogActions>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" loading={isPending}>
          {submit}
        </Button>
      </DialogActions>
    </form>
  );
}
