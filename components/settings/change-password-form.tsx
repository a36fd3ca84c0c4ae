"use client";

import { useMutation } from "@tanstack/react-query";
import { signIn } from "next-auth/react";
import { type FormEvent, useRef } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { changePasswordMutation } from "@/lib/client/settings-api.ts";
import type { ChangePasswordBody } from "@/lib/contract/account.ts";
import { fieldProblem, isToldAtFields } from "./field-problem.ts";
import { useFocusOnProblem } from "./focus-on-problem.ts";

/** Changes the password, and signs in again with the new one: the change has ended this sign-in too. */
export function ChangePasswordForm({ email }: { email: string }) {
  const form = useRef<HTMLFormElement>(null);
  const toast = useToast();
  const change = useMutation({
    ...changePasswordMutation(),
    onSuccess: async (_, { new_password: password }: ChangePasswordBody) => {
      const answer = await signIn("credentials", { redirect: false, email, password });
      if (!answer?.ok) return window.location.assign("/sign-in?next=/settings/account");
      form.current?.reset();
      toast({ title: "Your password is changed", description: "You are signed out everywhere else." });
    },
  });
  useFocusOnProblem(form, change.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (change.isPending) return;
    const fields = new FormData(event.currentTarget);
    change.mutate({
      current_password: String(fields.get("current_password")),
      new_password: String(fields.get("new_password")),
    });
  };
  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="mt-5 flex max-w-sm flex-col gap-5">
      {change.error && !isToldAtFields(change.error) ? (
        <Alert tone="negative" title="Your password is as it was" announce="alert">
          {change.error.message}
        </Alert>
      ) : null}
      {/* for password managers: whose password it is */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field label="Current password" error={fieldProblem(change.error, "current_password", "The current password")}>
        <Input name="current_password" type="password" autoComplete="current-password" required />
      </Field>
      <Field
        label="New password"
        hint="At least 10 characters. Three or four words of your own are easy to remember and hard to guess."
        error={fieldProblem(change.error, "new_password", "The new password")}
      >
        <Input name="new_password" type="password" autoComplete="new-password" required minLength={10} />
      </Field>
      <Button type="submit" variant="primary" loading={change.isPending} className="self-start">
        Change password
      </Button>
    </form>
  );
}
