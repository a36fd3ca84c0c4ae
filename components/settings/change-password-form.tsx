"use client";

import { useMutation } from "@tanstack/react-query";
import { signIn } from "next-auth/react";
import { Button } from "@/components/ui/button.tsx";
import { about, type ProblemWords } from "@/components/ui/form/field-issues.ts";
import { Form } from "@/components/ui/form/form.tsx";
import { FormField } from "@/components/ui/form/form-field.tsx";
import { FormProblem } from "@/components/ui/form/form-problem.tsx";
import { inWords } from "@/components/ui/form/in-words.ts";
import { useForm } from "@/components/ui/form/use-form.ts";
import { Input } from "@/components/ui/input.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { changePasswordMutation } from "@/lib/client/settings-api.ts";
import { ChangePasswordBody } from "@/lib/contract/account.ts";

const PROBLEMS: ProblemWords = {
  current_password: about("The current password"),
  new_password: about("The new password"),
};

/** Changes the password, and signs in again with the new one: the change has ended this sign-in too. */
export function ChangePasswordForm({ email }: { email: string }) {
  const toast = useToast();
  const change = useMutation(changePasswordMutation());
  const form = useForm({
    schema: inWords(ChangePasswordBody),
    initial: { current_password: "", new_password: "" },
    words: PROBLEMS,
    send: change.mutateAsync,
    onSent: async (_, { new_password: password }) => {
      const answer = await signIn("credentials", { redirect: false, email, password });
      if (!answer?.ok) return window.location.assign("/sign-in?next=/settings/account");
      form.startOver();
      toast({ title: "Your password is changed", description: "You are signed out everywhere else." });
    },
  });
  return (
    <Form form={form} className="mt-5 max-w-sm">
      <FormProblem form={form} title="Your password is as it was" />
      {/* for password managers: whose password it is */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <FormField form={form} name="current_password" label="Current password">
        <Input type="password" autoComplete="current-password" required />
      </FormField>
      <FormField
        form={form}
        name="new_password"
        label="New password"
        hint="At least 10 characters. Three or four words of your own are easy to remember and hard to guess."
      >
        <Input type="password" autoComplete="new-password" required minLength={10} />
      </FormField>
      <Button type="submit" variant="primary" loading={form.isSending} className="self-start">
        Change password
      </Button>
    </Form>
  );
}
