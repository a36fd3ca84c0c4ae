"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { removeSecondFactorMutation, renewRecoveryCodesMutation } from "@/lib/client/settings-api.ts";
import { ProveForm } from "./prove-form.tsx";
import { RecoveryCodeList } from "./recovery-code-list.tsx";
import { SetUpSecondFactor } from "./set-up.tsx";

type SecondFactorProps = {
  isOn: boolean;
  /** Their organisation asks for one: turned off, another is asked for at once. */
  isRequired: boolean;
  recoveryCodesLeft: number;
};

type Doing = "nothing" | "setting_up" | "renewing" | "removing";

/** Whether a code is asked for at sign-in, and everything that can be done about it. */
export function SecondFactor({ isOn, isRequired, recoveryCodesLeft }: SecondFactorProps) {
  const [doing, setDoing] = useState<Doing>("nothing");
  const router = useRouter();
  const place = useRef<HTMLDivElement>(null);
  const stop = () => {
    setDoing("nothing");
    place.current?.focus(); // what had the keyboard goes
  };
  const done = () => {
    stop();
    router.refresh();
  };
  return (
    <div ref={place} tabIndex={-1} className="mt-5 flex flex-col gap-5 outline-none">
      {doing === "nothing" && isOn ? (
        <State words={`It is on. ${codesLeft(recoveryCodesLeft)}`}>
          <Button onClick={() => setDoing("renewing")}>New recovery codes</Button>
          <Button onClick={() => setDoing("removing")}>Turn off</Button>
        </State>
      ) : null}
      {doing === "nothing" && !isOn ? (
        <State words="It is off.">
          <Button onClick={() => setDoing("setting_up")}>Set up</Button>
        </State>
      ) : null}
      {doing === "setting_up" ? <SetUpSecondFactor onDone={done} onCancel={stop} /> : null}
      {doing === "renewing" ? <Renew onDone={done} onCancel={stop} /> : null}
      {doing === "removing" ? <Remove isRequired={isRequired} onDone={done} onCancel={stop} /> : null}
    </div>
  );
}

function State({ words, children }: { words: string; children: ReactNode }) {
  return (
    <>
      <p className="text-sm font-strong">{words}</p>
      <div className="flex flex-wrap gap-3">{children}</div>
    </>
  );
}

function codesLeft(count: number): string {
  if (count === 0) return "You have no recovery codes left: make new ones.";
  return count === 1 ? "One recovery code is left." : `${count} recovery codes are left.`;
}

type EndProps = { onDone: () => void; onCancel: () => void };

function Renew({ onDone, onCancel }: EndProps) {
  const renew = useMutation(renewRecoveryCodesMutation());
  if (renew.data) return <RecoveryCodeList codes={renew.data.recovery_codes} onKept={onDone} />;
  return <ProveForm action="Make new codes" send={renew.mutateAsync} onCancel={onCancel} />;
}

function Remove({ isRequired, onDone, onCancel }: EndProps & { isRequired: boolean }) {
  const toast = useToast();
  const remove = useMutation({
    ...removeSecondFactorMutation(),
    onSuccess: () => {
      toast({ title: "Your second factor is off", description: "From now on your password alone signs you in." });
      onDone();
    },
  });
  return (
    <>
      {isRequired ? (
        <p className="text-sm">Your organisation asks for one: you will set up another before you can go on.</p>
      ) : null}
      <ProveForm action="Turn off" danger send={remove.mutateAsync} onCancel={onCancel} />
    </>
  );
}
