"use client";

import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { createWebhookMutation } from "@/lib/client/webhooks-api.ts";
import { SecretShown } from "./secret-shown.tsx";
import { WebhookForm } from "./webhook-form.tsx";

/** The button that adds a webhook: a form, then its secret, this once. */
export function CreateWebhook() {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const create = useMutation(createWebhookMutation());
  const made = create.data;
  const change = (next: boolean) => {
    setOpen(next);
    if (next) create.reset();
    else if (made) router.push(`/settings/webhooks/${made.webhook.id}`); // where a test event can be sent
  };
  return (
    <>
      <Button variant="primary" onClick={() => change(true)}>
        <Plus aria-hidden size={16} />
        Add webhook
      </Button>
      <Dialog open={open} onOpenChange={change} title={made ? "The webhook’s secret" : "Add a webhook"}>
        {made ? (
          <SecretShown secret={made.secret ?? ""} onClose={() => change(false)} />
        ) : (
          <WebhookForm submit="Add webhook" send={create.mutateAsync} onCancel={() => change(false)} />
        )}
      </Dialog>
    </>
  );
}
