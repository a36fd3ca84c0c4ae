"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { deleteWebhookMutation } from "@/lib/client/webhooks-api.ts";

type RemoveWebhookProps = { id: string; open: boolean; onClose: () => void };

/** Removes a webhook, after a question: its log goes with it, and no way leads back. */
export function RemoveWebhook({ id, open, onClose }: RemoveWebhookProps) {
  const router = useRouter();
  const toast = useToast();
  const remove = useMutation({
    ...deleteWebhookMutation(id),
    onSuccess: () => {
      toast({ title: "The webhook is removed" });
      router.push("/settings/webhooks");
      router.refresh();
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title="Remove this webhook?"
      description="Nothing is sent to its address any more, what waits for it included, and its log is gone. To pause it, disable it instead."
    >
      {remove.error ? (
        <Alert tone="negative" title="The webhook is still there" announce="alert">
          {remove.error.message}
        </Alert>
      ) : null}
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          Keep it
        </Button>
        <Button variant="danger" loading={remove.isPending} onClick={() => remove.mutate()}>
          Remove webhook
        </Button>
      </DialogActions>
    </Dialog>
  );
}
