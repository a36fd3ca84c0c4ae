"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { DialogActions } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import { ClientError } from "@/lib/client/fetch-json.ts";
import { inviteMutation } from "@/lib/client/invitations-api.ts";
import type { InviteBody } from "@/lib/contract/invitations.ts";
import { normaliseEmail } from "@/lib/domain/email-address.ts";
import { type Agreed, InviteQuestion, isQuestion } from "./invite-question.tsx";

export type TemplateChoice = { id: string; name: string };

export type Invited = { name: string; email: string; url: string; templateName: string; daysOpen: number };

const DAYS = [3, 7, 14, 30, 60];
const USUAL_DAYS = 14;

type InviteFormProps = { templates: TemplateChoice[]; onInvited: (invited: Invited) => void; onCancel: () => void };

export function InviteForm({ templates, onInvited, onCancel }: InviteFormProps) {
  const invite = useMutation(inviteMutation());
  const [unfit, setUnfit] = useState<FieldProblem[]>([]);
  const [asked, setAsked] = useState<Wanted | null>(null);
  const send = (body: Wanted) => {
    setAsked(body);
    const templateName = templates.find(({ id }) => id === body.template)?.name ?? "";
    const { name, email, expires_in_days: daysOpen } = body;
    invite.mutate(body, { onSuccess: ({ url }) => onInvited({ name, email, url, templateName, daysOpen }) });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (invite.isPending) return;
    const form = event.currentTarget;
    const found = unfitFields(form);
    setUnfit(found);
    invite.reset();
    if (found[0]) return form.querySelector<HTMLElement>(`[name=${found[0].path}]`)?.focus();
    send({ ...readForm(new FormData(form)), other_name: "ask" });
  };
  const withdrawQuestion = () => {
    if (isQuestion(invite.error)) invite.reset(); // it was about what stood there before
  };
  const problems = unfit.length > 0 ? unfit : refusedFields(invite.error);
  const problem = (field: keyof InviteBody, label: string) => {
    const found = problems.find(({ path }) => path === field);
    return found ? `${label} ${found.message}.` : null; // “must not be empty” → “The name must not be empty.”
  };
  return (
    <form onSubmit={submit} onChange={withdrawQuestion} noValidate className="flex flex-col gap-5">
      {asked && isQuestion(invite.error) ? (
        <InviteQuestion error={invite.error} name={asked.name} onAnswer={(agreed) => send({ ...asked, ...agreed })} />
      ) : invite.error && problems.length === 0 ? (
        <Alert tone="negative" title="The invitation was not made" announce="alert">
          {invite.error.message} What you typed is still here.
        </Alert>
      ) : null}
      <Field label="Name" error={problem("name", "The name")}>
        <Input name="name" autoComplete="off" required />
      </Field>
      <Field label="E-mail" error={problem("email", "The address")}>
        <Input name="email" type="email" autoComplete="off" required spellCheck={false} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-[1fr_10rem]">
        <Field label="Interview" error={problem("template", "The interview")}>
          <Select name="template">
            {templates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Open for" error={problem("expires_in_days", "The time")}>
          <Select name="days" defaultValue={USUAL_DAYS}>
            {DAYS.map((days) => (
              <option key={days} value={days}>
                {days} days
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <DialogActions>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" loading={invite.isPending}>
          Create link
        </Button>
      </DialogActions>
    </form>
  );
}

type Wanted = ReturnType<typeof readForm> & Agreed;

function readForm(fields: FormData) {
  const template = String(fields.get("template") ?? "");
  return {
    name: String(fields.get("name")).trim(),
    email: String(fields.get("email")).trim(),
    expires_in_days: Number(fields.get("days")),
    ...(template ? { template } : {}),
  };
}

type FieldProblem = { path: string; message: string };

/** What can be told without asking, in the server's words and by its rules: a browser's own know fewer addresses. */
function unfitFields(form: HTMLFormElement): FieldProblem[] {
  const inputs = [...form.querySelectorAll("input")];
  return inputs.flatMap(({ name, type, value }) => {
    if (value.trim() === "") return [{ path: name, message: "must not be empty" }];
    if (type !== "email" || normaliseEmail(value) !== null) return [];
    return [{ path: name, message: "must be an e-mail address such as ada@example.com" }];
  });
}

function refusedFields(error: Error | null): FieldProblem[] {
  return error instanceof ClientError ? error.issues : [];
}
