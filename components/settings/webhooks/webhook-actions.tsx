"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ban, Ellipsis, History, KeyRound, Pencil, Send, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { sendTestMutation, updateWebhookMutation } from "@/lib/client/webhooks-api.ts";
import type { Webhook } from "@/lib/contract/v1/webhooks.ts";
import { EditWebhook } from "./edit-webhook.tsx";
import { RemoveWebhook } from "./remove-webhook.tsx";
import { ReplayMissed } from "./replay-missed.tsx";
import { RotateSecret } from "./rotate-secret.tsx";

type Task = "edit" | "rotate" | "replay" | "remove";

/** What can be done with a webhook. */
export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const { id, enabled } = webhook;
  const [task, setTask] = useState<Task | null>(null);
  const router = useRouter();
  const toast = useToast();
  const queries = useQueryClient();
  const failed = (error: Error) =>
    void toast({ tone: "negative", title: "That did not work", description: error.message });
  const test = useMutation({
    ...sendTestMutation(id),
    onSuccess: () => {
      toast({ title: "A test event is on its way", description: "The log below shows what came of it." });
      return queries.invalidateQueries({ queryKey: ["webhooks", id, "deliveries"] });
    },
    onError: failed,
  });
  const disable = useMutation({ ...updateWebhookMutation(id), onSuccess: () => router.refresh(), onError: failed });
  const close = () => setTask(null);
  return (
    <div className="flex flex-wrap gap-2">
      <Button loading={test.isPending} onClick={() => test.mutate()}>
        <Send aria-hidden size={16} />
        Send test event
      </Button>
      <Menu
        trigger={
          <Button iconOnly aria-label="More to do with this webhook">
            <Ellipsis aria-hidden size={18} />
          </Button>
        }
      >
        <MenuItem icon={Pencil} onSelect={() => setTask("edit")}>
          Change
        </MenuItem>
        <MenuItem icon={KeyRound} onSelect={() => setTask("rotate")}>
          New secret
        </MenuItem>
        {enabled ? (
          <>
            <MenuItem icon={History} onSelect={() => setTask("replay")}>
              Send what was missed
            </MenuItem>
            <MenuItem icon={Ban} onSelect={() => disable.mutate({ enabled: false })}>
              Disable
            </MenuItem>
          </>
        ) : null}
        <MenuSeparator />
        <MenuItem icon={Trash2} danger onSelect={() => setTask("remove")}>
          Remove
        </MenuItem>
      </Menu>
      <EditWebhook webhook={webhook} open={task === "edit"} onClose={close} />
      <RotateSecret id={id} open={task === "rotate"} onClose={close} />
      <ReplayMissed id={id} open={task === "replay"} onClose={close} />
      <RemoveWebhook id={id} open={task === "remove"} onClose={close} />
    </div>
  );
}
