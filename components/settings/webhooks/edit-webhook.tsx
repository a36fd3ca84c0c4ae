"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Dialog } from "@/components/ui/dialog.tsx";
import { updateWebhookMutation } from "@/lib/client/webhooks-api.ts";
import type { Webhook } from "@/lib/contract/v1/webhooks.ts";
import { WebhookForm } from "./webhook-form.tsx";

type EditWebhookProps = { webhook: Webhook; open: boolean; onClose: () => void };

export function EditWebhook({ webhook, open, onClose }: EditWebhookProps) {
  const router = useRouter();
  const update = useMutation({
    ...updateWebhookMutation(webhook.id),
    onSuccess: () => {
      onClose();
      router.refresh();
    },
  });
  return (
    <Dialog open={open} onOpenChange={onClose} title="Change the webhook">
      <WebhookForm webhook={webhook} submit="Save" send={update.mutateAsync} onCancel={onClose} />
    </Dialog>
  );
}
