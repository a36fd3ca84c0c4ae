"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";

/** The second step: a code of the app, or a recovery code. */
export function CodeStep({ busy, onBack }: { busy: boolean; onBack: () => void }) {
  const [byRecovery, setByRecovery] = useState(false);
  return (
    <>
      {byRecovery ? <RecoveryField /> : <AppCodeField />}
      <Button type="submit" variant="primary" size="large" wide loading={busy}>
        Sign in
      </Button>
      <div className="flex flex-wrap justify-between gap-3">
        <Button variant="quiet" size="small" onClick={onBack} className="-ms-3">
          Back
        </Button>
        <Button variant="quiet" size="small" onClick={() => setByRecovery(!byRecovery)} className="-me-3">
          {byRecovery ? "Use the app's code" : "Use a recovery code"}
        </Button>
      </div>
    </>
  );
}

function AppCodeField() {
  return (
    <Field label="Code" hint="Your password is right. Now the six digits that your app shows for TalentFlow.">
      <Input
        key="app"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        required
        autoFocus
        className="h-11"
      />
    </Field>
  );
}

function RecoveryField() {
  return (
    <Field label="Recovery code" hint="One of the ten that you kept. It works once.">
      <Input
        key="recovery"
        name="code"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        required
        autoFocus
        className="h-11"
      />
    </Field>
  );
}
