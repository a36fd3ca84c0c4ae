"use client";

import { type FormEvent, useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import type { ProvenBody } from "@/lib/contract/account.ts";
import { fieldProblem } from "../field-problem.ts";
import { useFocusOnProblem } from "../focus-on-problem.ts";
import { Refusal } from "./set-up.tsx";

type ProveFormProps = {
  /** What the button that sends it says. */
  action: string;
  danger?: boolean;
  error: Error | null;
  busy: boolean;
  onProven: (body: ProvenBody) => void;
  onCancel: () => void;
};

/** Password and code, for what changes how somebody signs in. */
export function ProveForm({ action, danger = false, error, busy, onProven, onCancel }: ProveFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useFocusOnProblem(form, error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    if (!busy) onProven({ current_password: String(fields.get("password")), code: String(fields.get("code")) });
  };
  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="flex max-w-sm flex-col gap-5">
      <Refusal error={error} />
      <Field label="Your password" error={fieldProblem(error, "current_password", "The password")}>
        <Input name="password" type="password" autoComplete="current-password" required autoFocus />
      </Field>
      <Field label="Code" hint="Of your app, or a recovery code." error={fieldProblem(error, "code", "The code")}>
        <Input name="code" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} required />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant={danger ? "danger" : "primary"} loading={busy}>
          {action}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
