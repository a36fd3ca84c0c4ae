"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { updateWebhookMutation } from "@/lib/client/webhooks-api.ts";
import type { Webhook } from "@/lib/contract/v1/webhooks.ts";

/** Why nothing is sent, and the way back. */
export function DisabledBanner({ webhook: { id, disabled_at, disabled_reason } }: { webhook: Webhook }) {
  const router = useRouter();
  const toast = useToast();
  const enable = useMutation({
    ...updateWebhookMutation(id),
    onSuccess: () => {
      toast({
        title: "The webhook is enabled",
        description: "What waited for it is being sent. “Send what was missed” sends what happened meanwhile.",
      });
      router.refresh();
    },
  });
  return (
    <div className="mt-6">
      <Alert
        tone={disabled_reason ? "negative" : "caution"}
        title="Disabled: nothing is sent to it"
        action={
          <Button loading={enable.isPending} onClick={() => enable.mutate({ enabled: true })}>
            Enable again
          </Button>
        }
      >
        <p>
          {disabled_reason ?? "Somebody of your organisation disabled it."}{" "}
          {disabled_at ? <LocalTime at={disabled_at} format="long" /> : null}
        </p>
        <p className="mt-1">
          Events that were already waiting are sent in order when you enable it again. Those that happen meanwhile are
          kept too: once it is enabled, choose “Send what was missed”.
        </p>
        {enable.error ? <p className="mt-2 text-negative">{enable.error.message}</p> : null}
      </Alert>
    </div>
  );
}
