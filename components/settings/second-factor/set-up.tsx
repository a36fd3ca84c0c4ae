"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { confirmSecondFactorMutation, startSecondFactorMutation } from "@/lib/client/settings-api.ts";
import { fieldProblem, isToldAtFields } from "../field-problem.ts";
import { useFocusOnProblem } from "../focus-on-problem.ts";
import { QrCode } from "./qr-code.tsx";
import { RecoveryCodeList } from "./recovery-code-list.tsx";

type SetUpProps = {
  onDone: () => void;
  /** Leads back without one; left out where there is no way back. */
  onCancel?: () => void;
};

/** Sets a second factor up: the password, what the app reads, its first code, and the recovery codes to keep. */
export function SetUpSecondFactor({ onDone, onCancel }: SetUpProps) {
  const start = useMutation(startSecondFactorMutation());
  const confirm = useMutation(confirmSecondFactorMutation());
  if (confirm.data) return <RecoveryCodeList codes={confirm.data.recovery_codes} onKept={onDone} />;
  if (start.data) {
    return (
      <ConfirmCode
        uri={start.data.uri}
        error={confirm.error}
        busy={confirm.isPending}
        onCode={(code) => confirm.mutate({ code })}
        onCancel={onCancel}
      />
    );
  }
  return (
    <AskPassword
      error={start.error}
      busy={start.isPending}
      onPassword={(current_password) => start.mutate({ current_password })}
      onCancel={onCancel}
    />
  );
}

type StepProps = Pick<SetUpProps, "onCancel"> & { error: Error | null; busy: boolean };

function AskPassword({ error, busy, onPassword, onCancel }: StepProps & { onPassword: (password: string) => void }) {
  const form = useRef<HTMLFormElement>(null);
  useFocusOnProblem(form, error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) onPassword(String(new FormData(event.currentTarget).get("password")));
  };
  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="flex max-w-sm flex-col gap-5">
      <Refusal error={error} />
      <Field
        label="Your password"
        hint="Once more, because this changes how you sign in."
        error={fieldProblem(error, "current_password", "The password")}
      >
        <Input name="password" type="password" autoComplete="current-password" required autoFocus />
      </Field>
      <StepButtons action="Set up" busy={busy} onCancel={onCancel} />
    </form>
  );
}

type ConfirmCodeProps = StepProps & { uri: string; onCode: (code: string) => void };

function ConfirmCode({ uri, error, busy, onCode, onCancel }: ConfirmCodeProps) {
  const form = useRef<HTMLFormElement>(null);
  useFocusOnProblem(form, error);
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) onCode(String(new FormData(event.currentTarget).get("code")));
  };
  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      <Refusal error={error} />
      <p className="text-sm">
        Read this with an app for codes on your phone, such as the one of your password manager. It is drawn here and
        goes to nobody.
      </p>
      <div className="flex flex-wrap items-start gap-6">
        <QrCode text={uri} label="QR code for your app; the same as the text beside it" />
        <div className="flex min-w-0 flex-1 basis-48 flex-col gap-3 text-sm">
          <p className="text-muted">Or type this into the app (by time, six digits):</p>
          <p className="font-mono">{secret.match(/.{1,4}/g)?.join(" ")}</p>
          <span>
            <CopyButton text={secret}>Copy</CopyButton>
          </span>
        </div>
      </div>
      <div className="max-w-sm">
        <Field
          label="Code"
          hint="The six digits that the app shows now."
          error={fieldProblem(error, "code", "The code")}
        >
          <Input name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={10} required autoFocus />
        </Field>
      </div>
      <StepButtons action="Turn on" busy={busy} onCancel={onCancel} />
    </form>
  );
}

function StepButtons({ action, busy, onCancel }: Omit<StepProps, "error"> & { action: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      <Button type="submit" variant="primary" loading={busy}>
        {action}
      </Button>
      {onCancel ? (
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      ) : null}
    </div>
  );
}

/** What is not told at a field. */
export function Refusal({ error }: { error: Error | null }) {
  if (!error || isToldAtFields(error)) return null;
  return (
    <Alert tone="negative" title="Nothing was changed" announce="alert">
      {error.message}
    </Alert>
  );
}
