"use client";

import { Button } from "@/components/ui/button.tsx";
import { about } from "@/components/ui/form/field-issues.ts";
import { Form } from "@/components/ui/form/form.tsx";
import { FormField } from "@/components/ui/form/form-field.tsx";
import { FormProblem } from "@/components/ui/form/form-problem.tsx";
import { inWords } from "@/components/ui/form/in-words.ts";
import { useForm } from "@/components/ui/form/use-form.ts";
import { Input } from "@/components/ui/input.tsx";
import { ProvenBody } from "@/lib/contract/account.ts";

type ProveFormProps = {
  /** What the button that sends it says. */
  action: string;
  danger?: boolean;
  send: (body: ProvenBody) => Promise<unknown>;
  onCancel: () => void;
};

/** Password and code, for what changes how somebody signs in. */
export function ProveForm({ action, danger = false, send, onCancel }: ProveFormProps) {
  const form = useForm({
    schema: inWords(ProvenBody),
    initial: { current_password: "", code: "" },
    words: { current_password: about("The password"), code: about("The code") },
    send,
  });
  return (
    <Form form={form} className="max-w-sm">
      <FormProblem form={form} title="Nothing was changed" />
      <FormField form={form} name="current_password" label="Your password">
        <Input type="password" autoComplete="current-password" required autoFocus />
      </FormField>
      <FormField form={form} name="code" label="Code" hint="Of your app, or a recovery code.">
        <Input autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} required />
      </FormField>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant={danger ? "danger" : "primary"} loading={form.isSending}>
          {action}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
