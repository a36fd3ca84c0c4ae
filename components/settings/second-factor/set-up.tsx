"use client";

import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { about } from "@/components/ui/form/field-issues.ts";
import { Form } from "@/components/ui/form/form.tsx";
import { FormField } from "@/components/ui/form/form-field.tsx";
import { FormProblem } from "@/components/ui/form/form-problem.tsx";
import { inWords } from "@/components/ui/form/in-words.ts";
import { useForm } from "@/components/ui/form/use-form.ts";
import { Input } from "@/components/ui/input.tsx";
import { confirmSecondFactorMutation, startSecondFactorMutation } from "@/lib/client/settings-api.ts";
import { ConfirmSecondFactorBody, StartSecondFactorBody } from "@/lib/contract/account.ts";
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
  if (start.data) return <ConfirmCode uri={start.data.uri} send={confirm.mutateAsync} onCancel={onCancel} />;
  return <AskPassword send={start.mutateAsync} onCancel={onCancel} />;
}

type StepProps<Body> = Pick<SetUpProps, "onCancel"> & { send: (body: Body) => Promise<unknown> };

function AskPassword({ send, onCancel }: StepProps<StartSecondFactorBody>) {
  const form = useForm({
    schema: inWords(StartSecondFactorBody),
    initial: { current_password: "" },
    words: { current_password: about("The password") },
    send,
  });
  return (
    <Form form={form} className="max-w-sm">
      <FormProblem form={form} title="Nothing was changed" />
      <FormField
        form={form}
        name="current_password"
        label="Your password"
        hint="Once more, because this changes how you sign in."
      >
        <Input type="password" autoComplete="current-password" required autoFocus />
      </FormField>
      <StepButtons action="Set up" busy={form.isSending} onCancel={onCancel} />
    </Form>
  );
}

function ConfirmCode({ uri, send, onCancel }: StepProps<ConfirmSecondFactorBody> & { uri: string }) {
  const form = useForm({
    schema: inWords(ConfirmSecondFactorBody),
    initial: { code: "" },
    words: { code: about("The code") },
    send,
  });
  return (
    <Form form={form}>
      <FormProblem form={form} title="Nothing was changed" />
      <Secret uri={uri} />
      <div className="max-w-sm">
        <FormField form={form} name="code" label="Code" hint="The six digits that the app shows now.">
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={10} required autoFocus />
        </FormField>
      </div>
      <StepButtons action="Turn on" busy={form.isSending} onCancel={onCancel} />
    </Form>
  );
}

/** What the app reads, and what is typed into it where it cannot. */
function Secret({ uri }: { uri: string }) {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return (
    <>
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
    </>
  );
}

type StepButtonsProps = Pick<SetUpProps, "onCancel"> & { action: string; busy: boolean };

function StepButtons({ action, busy, onCancel }: StepButtonsProps) {
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
