"use client";

import { useEffect } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { Alert } from "@/components/ui/alert.tsx";
import type { FormState } from "@/components/ui/form/use-form.ts";
import { SignInRefused } from "./sign-in-problem.ts";

type RefusalProps<Values extends FieldValues, Body> = {
  form: FormState<Values, Body>;
  /** The field to type anew. */
  secret: FieldPath<Values>;
};

/** Why signing in did not work. The keyboard goes to the secret, which what is typed next replaces. */
export function Refusal<Values extends FieldValues, Body>({
  form: { problem, fields },
  secret,
}: RefusalProps<Values, Body>) {
  const { setFocus } = fields;
  useEffect(() => {
    if (problem) setFocus(secret, { shouldSelect: true });
  }, [problem, setFocus, secret]);
  if (!(problem instanceof SignInRefused)) return null;
  return (
    <Alert tone="negative" title={problem.problem.title} announce="alert">
      {problem.problem.advice}
    </Alert>
  );
}
