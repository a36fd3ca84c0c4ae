"use client";

import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/button.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { DialogActions } from "@/components/ui/dialog.tsx";
import { FieldGroup } from "@/components/ui/field-group.tsx";
import { about, type ProblemWords } from "@/components/ui/form/field-issues.ts";
import { Form } from "@/components/ui/form/form.tsx";
import { FormField } from "@/components/ui/form/form-field.tsx";
import { FormProblem } from "@/components/ui/form/form-problem.tsx";
import { inWords } from "@/components/ui/form/in-words.ts";
import { useForm } from "@/components/ui/form/use-form.ts";
import { useFormValue } from "@/components/ui/form/use-form-value.ts";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { createApiKeyMutation } from "@/lib/client/settings-api.ts";
import { CreateApiKeyBody } from "@/lib/contract/v1/api-keys.ts";
import { SCOPES, type Scope } from "@/lib/domain/access.ts";
import { KindChoice } from "./kind-choice.tsx";

export type MadeKey = { name: string; key: string };

const SCOPE_WORDS: Record<Scope, { label: string; hint: string }> = {
  read: { label: "Read", hint: "Candidates, interviews, recordings, results." },
  write: { label: "Write", hint: "Invite, decide, have interviews scored again." },
  admin: { label: "Administer", hint: "Everything, also API keys, webhooks and the record of activity." },
};
const PROBLEMS: ProblemWords = {
  name: about("The name"),
  scopes: about("What it may do"),
  expires_at: about("The end"),
  cors_origins: about("Each line"),
};
const DAY_MS = 86_400_000;
const DAYS = [30, 90, 365];

type Values = {
  name: string;
  kind: "live" | "test";
  scopes: Scope[];
  /** In days from now; 0: never. */
  expires_at: number;
  /** One a line. */
  cors_origins: string;
};
const INITIAL: Values = { name: "", kind: "live", scopes: ["read", "write"], expires_at: 0, cors_origins: "" };

type CreateApiKeyFormProps = { onMade: (made: MadeKey) => void; onCancel: () => void };

export function CreateApiKeyForm({ onMade, onCancel }: CreateApiKeyFormProps) {
  const create = useMutation(createApiKeyMutation());
  const form = useForm({
    schema: inWords(CreateApiKeyBody),
    initial: INITIAL,
    toBody,
    words: PROBLEMS,
    send: create.mutateAsync,
    onSent: ({ api_key: { name }, key }) => onMade({ name, key: key ?? "" }),
  });
  const kind = useFormValue(form, "kind");
  const scopes = useFormValue(form, "scopes");
  return (
    <Form form={form}>
      <FormProblem form={form} title="The key was not made" kept="typed" />
      <FormField form={form} name="name" label="Name" hint="What it is for, so that you know it again.">
        <Input autoComplete="off" required maxLength={100} placeholder="Our applicant tracking" />
      </FormField>
      <KindChoice value={kind.value} onChange={kind.change} />
      <ScopeChoice value={scopes.value} onChange={scopes.change} error={scopes.problem} />
      <FormField form={form} name="expires_at" label="Works" numeric>
        <Select>
          <option value={0}>until it is revoked</option>
          {DAYS.map((days) => (
            <option key={days} value={days}>
              {days === 365 ? "for a year" : `for ${days} days`}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField
        form={form}
        name="cors_origins"
        label="Web pages that may use it"
        optional
        hint="Origins such as https://app.example.com, one a line. Leave it empty for programs on a server."
      >
        <Textarea rows={2} spellCheck={false} autoCapitalize="none" />
      </FormField>
      <DialogActions>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" loading={form.isSending}>
          Create key
        </Button>
      </DialogActions>
    </Form>
  );
}

type ScopeChoiceProps = { value: Scope[]; onChange: (scopes: Scope[]) => void; error: string | null };

function ScopeChoice({ value, onChange, error }: ScopeChoiceProps) {
  const choose = (scope: Scope, ticked: boolean) =>
    onChange(SCOPES.filter((one) => (one === scope ? ticked : value.includes(one))));
  return (
    <FieldGroup legend="It may" error={error}>
      <div className="flex flex-col gap-1">
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            checked={value.includes(scope)}
            onChange={(event) => choose(scope, event.target.checked)}
            label={SCOPE_WORDS[scope].label}
            hint={SCOPE_WORDS[scope].hint}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function toBody({ name, expires_at: days, cors_origins: origins, ...chosen }: Values): CreateApiKeyBody {
  return {
    ...chosen,
    name: name.trim(),
    cors_origins: origins.split(/\s+/).filter(Boolean),
    ...(days > 0 ? { expires_at: new Date(Date.now() + days * DAY_MS).toISOString() } : {}),
  };
}
