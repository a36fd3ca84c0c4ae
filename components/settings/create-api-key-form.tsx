"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { DialogActions } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { createApiKeyMutation } from "@/lib/client/settings-api.ts";
import type { CreateApiKeyBody } from "@/lib/contract/v1/api-keys.ts";
import { SCOPES, type Scope } from "@/lib/domain/access.ts";
import { fieldProblem, isToldAtFields } from "./field-problem.ts";
import { useFocusOnProblem } from "./focus-on-problem.ts";
import { KindChoice } from "./kind-choice.tsx";

export type MadeKey = { name: string; key: string };

const SCOPE_WORDS: Record<Scope, { label: string; hint: string }> = {
  read: { label: "Read", hint: "Candidates, interviews, recordings, results." },
  write: { label: "Write", hint: "Invite, decide, have interviews scored again." },
  admin: { label: "Administer", hint: "Everything, also API keys, webhooks and the record of activity." },
};
const DAY_MS = 86_400_000;
const DAYS = [30, 90, 365];

type CreateApiKeyFormProps = { onMade: (made: MadeKey) => void; onCancel: () => void };

export function CreateApiKeyForm({ onMade, onCancel }: CreateApiKeyFormProps) {
  const [kind, setKind] = useState<"live" | "test">("live");
  const create = useMutation({
    ...createApiKeyMutation(),
    onSuccess: ({ api_key: { name }, key }) => onMade({ name, key: key ?? "" }),
  });
  const form = useRef<HTMLFormElement>(null);
  useFocusOnProblem(form, create.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!create.isPending) create.mutate({ ...readForm(new FormData(event.currentTarget)), kind });
  };
  const problem = (field: keyof CreateApiKeyBody, label: string) => fieldProblem(create.error, field, label);
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-5">
      {create.error && !isToldAtFields(create.error) ? (
        <Alert tone="negative" title="The key was not made" announce="alert">
          {create.error.message} What you typed is still here.
        </Alert>
      ) : null}
      <Field label="Name" hint="What it is for, so that you know it again." error={problem("name", "The name")}>
        <Input name="name" autoComplete="off" required maxLength={100} placeholder="Our applicant tracking" />
      </Field>
      <KindChoice value={kind} onChange={setKind} />
      <ScopeChoice error={problem("scopes", "What it may do")} />
      <Field label="Works" error={problem("expires_at", "The end")}>
        <Select name="days" defaultValue="">
          <option value="">until it is revoked</option>
          {DAYS.map((days) => (
            <option key={days} value={days}>
              {days === 365 ? "for a year" : `for ${days} days`}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Web pages that may use it"
        optional
        hint="Origins such as https://app.example.com, one a line. Leave it empty for programs on a server."
        error={problem("cors_origins", "Each line")}
      >
        <Textarea name="origins" rows={2} spellCheck={false} autoCapitalize="none" />
      </Field>
      <DialogActions>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" loading={create.isPending}>
          Create key
        </Button>
      </DialogActions>
    </form>
  );
}

function ScopeChoice({ error }: { error: string | null }) {
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-strong">It may</legend>
      <div className="flex flex-col gap-1">
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            name="scopes"
            value={scope}
            defaultChecked={scope !== "admin"}
            label={SCOPE_WORDS[scope].label}
            hint={SCOPE_WORDS[scope].hint}
          />
        ))}
      </div>
      <p aria-live="polite" className="mt-2 text-sm text-negative empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}

function readForm(fields: FormData): CreateApiKeyBody {
  const days = Number(fields.get("days"));
  const chosen = fields.getAll("scopes");
  return {
    name: String(fields.get("name")).trim(),
    scopes: SCOPES.filter((scope) => chosen.includes(scope)),
    cors_origins: String(fields.get("origins")).split(/\s+/).filter(Boolean),
    ...(days > 0 ? { expires_at: new Date(Date.now() + days * DAY_MS).toISOString() } : {}),
  };
}
