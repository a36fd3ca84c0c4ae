"use client";

import { Eye, EyeOff } from "lucide-react";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { type SignInProblem, signInProblem, UNREACHABLE } from "./sign-in-problem.ts";

/** E-mail and password, then on to `next`, a path of this site. */
export function SignInForm({ next }: { next: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    const found = await tryToSignIn(String(fields.get("email")), String(fields.get("password")));
    if (!found) return window.location.assign(next); // a whole new page: nothing of before is kept
    setProblem(found);
    setBusy(false);
  };
  return (
    // POST, so that a form sent before its script has loaded never puts a password into an address
    <form method="post" onSubmit={submit} className="mt-8 flex flex-col gap-6">
      {problem ? (
        <Alert tone="negative" title={problem.title} announce="alert">
          {problem.advice}
        </Alert>
      ) : null}
      <Field label="E-mail">
        <Input
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus
          spellCheck={false}
          className="h-11"
        />
      </Field>
      <PasswordField />
      <Button type="submit" variant="primary" size="large" wide loading={busy}>
        Sign in
      </Button>
    </form>
  );
}

async function tryToSignIn(email: string, password: string): Promise<SignInProblem | null> {
  try {
    const answer = await signIn("credentials", { redirect: false, email, password });
    return answer?.ok && !answer.error ? null : signInProblem(answer?.error ?? "");
  } catch {
    return UNREACHABLE;
  }
}

function PasswordField() {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label="Password">
      <span className="relative block">
        <PasswordInput shown={shown} />
        <Button
          variant="quiet"
          size="small"
          iconOnly
          aria-label="Show password"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-1.5 end-1.5"
        >
          <Icon aria-hidden size={18} className="text-muted" />
        </Button>
      </span>
    </Field>
  );
}

function PasswordInput({ shown }: { shown: boolean }) {
  return (
    <Input
      name="password"
      type={shown ? "text" : "password"}
      autoComplete="current-password"
      required
      spellCheck={false}
      autoCapitalize="none"
      className="h-11 pe-11"
    />
  );
}
