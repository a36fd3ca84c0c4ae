import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { PasswordField } from "./password-field.tsx";

/** The first step. With an `email` only that person's password is asked for, in a window that gives it the keyboard. */
export function PasswordStep({ email, busy }: { email: string | undefined; busy: boolean }) {
  return (
    <>
      {email === undefined ? (
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
      ) : (
        <Field label="E-mail">
          <Input name="email" type="email" autoComplete="username" value={email} readOnly className="h-11" />
        </Field>
      )}
      <PasswordField />
      <Button type="submit" variant="primary" size="large" wide loading={busy}>
        Sign in
      </Button>
    </>
  );
}
