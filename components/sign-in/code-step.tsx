"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Form } from "@/components/ui/form/form.tsx";
import { FormField } from "@/components/ui/form/form-field.tsx";
import { type FormState, useForm } from "@/components/ui/form/use-form.ts";
import { Input } from "@/components/ui/input.tsx";
import { type SignInBody, SignInCode } from "@/lib/contract/sign-in.ts";
import { Refusal } from "./refusal.tsx";
import { tryToSignIn } from "./try-to-sign-in.ts";

type CodeStepProps = { proven: SignInBody; onBack: () => void; onSignedIn: () => void | Promise<void> };

/** The second step: a code of the app, or a recovery code. */
export function CodeStep({ proven, onBack, onSignedIn }: CodeStepProps) {
  const [byRecovery, setByRecovery] = useState(false);
  const form = useForm({
    schema: SignInCode,
    initial: { code: "" },
    words: { code: () => "The code must not be empty." },
    send: ({ code }) => tryToSignIn({ ...proven, code }),
    onSent: onSignedIn,
  });
  const change = () => {
    setByRecovery(!byRecovery);
    form.startOver();
  };
  return (
    <Form form={form} className="gap-6">
      <Refusal form={form} secret="code" />
      {byRecovery ? <RecoveryField form={form} /> : <AppCodeField form={form} />}
      <Button type="submit" variant="primary" size="large" wide loading={form.isSending}>
        Sign in
      </Button>
      <div className="flex flex-wrap justify-between gap-3">
        <Button variant="quiet" size="small" onClick={onBack} className="-ms-3">
          Back
        </Button>
        <Button variant="quiet" size="small" onClick={change} className="-me-3">
          {byRecovery ? "Use the app's code" : "Use a recovery code"}
        </Button>
      </div>
    </Form>
  );
}

type CodeFieldProps = { form: FormState<{ code: string }, { code: string }> };

function AppCodeField({ form }: CodeFieldProps) {
  return (
    <FormField
      form={form}
      name="code"
      label="Code"
      hint="Your password is right. Now the six digits that your app shows for TalentFlow."
    >
      <Input
        key="app"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        required
        autoFocus
        className="h-11"
      />
    </FormField>
  );
}

function RecoveryField({ form }: CodeFieldProps) {
  return (
    <FormField form={form} name="code" label="Recovery code" hint="One of the ten that you kept. It works once.">
      <Input
        key="recovery"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        required
        autoFocus
        className="h-11"
      />
    </FormField>
  );
}
