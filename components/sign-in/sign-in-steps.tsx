"use client";

import { type FormEvent, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { CodeStep } from "./code-step.tsx";
import { PasswordStep } from "./password-step.tsx";
import type { SignInProblem } from "./sign-in-problem.ts";
import { type Typed, tryToSignIn } from "./try-to-sign-in.ts";

type SignInStepsProps = {
  /** Whose password is asked for, where that is known; else the address is asked for as well. */
  email?: string;
  onSignedIn: () => void;
};

/** E-mail and password, then a code where the account has a second factor. */
export function SignInSteps({ email, onSignedIn }: SignInStepsProps) {
  const [proven, setProven] = useState<Typed | null>(null); // the password was right, and a code is asked for
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const attempt = async (typed: Typed) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const tried = await tryToSignIn(typed);
    if (tried.kind === "signed_in") return onSignedIn();
    if (tried.kind === "code_needed") setProven(typed);
    if (tried.kind === "problem") {
      setProblem(tried.problem);
      const secret = form.current?.querySelector<HTMLInputElement>("[name=code], [name=password]");
      secret?.focus();
      secret?.select(); // typed anew, it replaces what was not right
    }
    setBusy(false);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name) ?? "");
    void attempt(
      proven ? { ...proven, code: text("code") } : { email: email ?? text("email"), password: text("password") },
    );
  };
  const again = () => {
    setProven(null);
    setProblem(null);
  };
  return (
    // POST, so that a form sent before its script has loaded never puts a password into an address
    <form ref={form} method="post" onSubmit={submit} className="flex flex-col gap-6">
      {problem ? (
        <Alert tone="negative" title={problem.title} announce="alert">
          {problem.advice}
        </Alert>
      ) : null}
      {proven ? <CodeStep busy={busy} onBack={again} /> : <PasswordStep email={email} busy={busy} />}
    </form>
  );
}
