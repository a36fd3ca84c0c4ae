"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import type { Webhook } from "@/lib/contract/v1/webhooks.ts";
import { DeliveryLog } from "./delivery-log.tsx";
import { DisabledBanner } from "./disabled-banner.tsx";
import { WebhookActions } from "./webhook-actions.tsx";

/** One webhook: what it is, what can be done with it, and what it was sent. */
export function WebhookScreen({ webhook }: { webhook: Webhook }) {
  const { id, url, description, events, created_at, previous_secret_expires_at: overlap, enabled } = webhook;
  return (
    <>
      <Link
        href="/settings/webhooks"
        className="inline-flex min-h-8 items-center gap-1.5 rounded-control text-sm text-muted hover:text-ink"
      >
        <ArrowLeft aria-hidden size={16} />
        Webhooks
      </Link>
      <div className="mt-3 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="text-xl break-all">{url}</h2>
          <p className="mt-1 text-sm break-words text-muted">
            {description ? `${description} · ` : ""}added <LocalTime at={created_at} format="date" />
          </p>
          <p className="mt-3 flex flex-wrap gap-2">
            {events.length === 0 ? <Badge>All events</Badge> : events.map((type) => <Badge key={type}>{type}</Badge>)}
          </p>
        </div>
        <WebhookActions webhook={webhook} />
      </div>
      {overlap ? (
        <p className="mt-4 text-sm text-muted">
          Until <LocalTime at={overlap} format="long" /> messages are signed with the secret before as well.
        </p>
      ) : null}
      {enabled ? null : <DisabledBanner webhook={webhook} />}
      <DeliveryLog webhookId={id} enabled={enabled} />
    </>
  );
}
