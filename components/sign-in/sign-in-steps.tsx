"use client";

import { useState } from "react";
import type { SignInBody } from "@/lib/contract/sign-in.ts";
import { CodeStep } from "./code-step.tsx";
import { PasswordStep } from "./password-step.tsx";

type SignInStepsProps = {
  /** Whose password is asked for, where that is known; else the address is asked for as well. */
  email?: string;
  onSignedIn: () => void | Promise<void>;
};

/** E-mail and password, then a code where the account has a second factor. */
export function SignInSteps({ email, onSignedIn }: SignInStepsProps) {
  const [proven, setProven] = useState<SignInBody | null>(null); // the password was right, and a code is asked for
  if (proven) return <CodeStep proven={proven} onBack={() => setProven(null)} onSignedIn={onSignedIn} />;
  return <PasswordStep email={email} onSignedIn={onSignedIn} onProven={setProven} />;
}
