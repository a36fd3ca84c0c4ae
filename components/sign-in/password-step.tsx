"use client";

import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import type { ProblemWords } from "@/components/ui/form/field-issues.ts";
import { Form } from "@/components/ui/form/form.tsx";
import { FormField } from "@/components/ui/form/form-field.tsx";
import { useForm } from "@/components/ui/form/use-form.ts";
import { Input } from "@/components/ui/input.tsx";
import { SignInBody } from "@/lib/contract/sign-in.ts";
import { PasswordField } from "./password-field.tsx";
import { Refusal } from "./refusal.tsx";
import { tryToSignIn } from "./try-to-sign-in.ts";

/** There is one thing that can be wrong with them, and its words are here: the page must not wait for all the others. */
const PROBLEMS: ProblemWords = {
  email: () => "The address must not be empty.",
  password: () => "The password must not be empty.",
};

type PasswordStepProps = {
  email: string | undefined;
  onSignedIn: () => void | Promise<void>;
  /** The password was right, and a code is asked for. */
  onProven: (typed: SignInBody) => void;
};

/** The first step. With an `email` only that person's password is asked for, in a window that gives it the keyboard. */
export function PasswordStep({ email, onSignedIn, onProven }: PasswordStepProps) {
  const form = useForm({
    schema: SignInBody,
    initial: { email: email ?? "", password: "" },
    words: PROBLEMS,
    send: tryToSignIn,
    onSent: (answer, typed) => (answer === "signed_in" ? onSignedIn() : onProven(typed)),
  });
  return (
    <Form form={form} className="gap-6">
      <Refusal form={form} secret="password" />
      {email === undefined ? (
        <FormField form={form} name="email" label="E-mail">
          <Input type="email" autoComplete="username" required autoFocus spellCheck={false} className="h-11" />
        </FormField>
      ) : (
        <Field label="E-mail">
          <Input name="email" type="email" autoComplete="username" value={email} readOnly className="h-11" />
        </Field>
      )}
      <PasswordField form={form} name="password" />
      <Button type="submit" variant="primary" size="large" wide loading={form.isSending}>
        Sign in
      </Button>
    </Form>
  );
}
