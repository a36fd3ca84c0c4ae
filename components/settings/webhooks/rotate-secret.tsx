"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";
import { rotateSecretMutation } from "@/lib/client/webhooks-api.ts";
import { SecretShown } from "./secret-shown.tsx";

type RotateSecretProps = { id: string; open: boolean; onClose: () => void };

/** Gives a webhook a new secret and shows it, this once. */
export function RotateSecret({ id, open, onClose }: RotateSecretProps) {
  const router = useRouter();
  const rotate = useMutation(rotateSecretMutation(id));
  const close = () => {
    onClose();
    if (rotate.data) router.refresh();
    rotate.reset();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={rotate.data ? "The new secret" : "Give it a new secret?"}
      description={
        rotate.data
          ? undefined
          : "For 24 hours messages are signed with both, the new secret and the one of now, so that your program has time to learn the new one."
      }
    >
      {rotate.data ? (
        <SecretShown secret={rotate.data.secret ?? ""} onClose={close} />
      ) : (
        <>
          {rotate.error ? (
            <Alert tone="negative" title="The secret is as it was" announce="alert">
              {rotate.error.message}
            </Alert>
          ) : null}
          <DialogActions>
            <Button variant="quiet" onClick={close}>
              Keep it
            </Button>
            <Button variant="primary" loading={rotate.isPending} onClick={() => rotate.mutate()}>
              New secret
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
