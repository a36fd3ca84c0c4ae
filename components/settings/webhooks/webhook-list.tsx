import { Webhook as WebhookIcon } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Webhook } from "@/lib/contract/v1/webhooks.ts";
import type { DeliveryStatus } from "@/lib/domain/webhook-status.ts";
import { CreateWebhook } from "./create-webhook.tsx";
import { eventWords, STATUS_WORDS } from "./words.ts";

type ListedWebhook = Webhook & { latest: { status: DeliveryStatus; type: string; at: string } | null };

/** Where the organisation's events are sent, and how that goes. */
export function WebhookList({ webhooks }: { webhooks: ListedWebhook[] }) {
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <p className="max-w-prose text-sm text-muted">
          When something happens to an interview, we tell a program of yours: a signed message goes to its address, by
          the Standard Webhooks specification.
        </p>
        {webhooks.length > 0 ? <CreateWebhook /> : null}
      </div>
      <Card padding="none">
        {webhooks.length > 0 ? (
          <ul aria-label="Webhooks" className="divide-y divide-hairline">
            {webhooks.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} />
            ))}
          </ul>
        ) : (
          <EmptyState icon={WebhookIcon} title="No program is told yet" action={<CreateWebhook />}>
            Add the address of a program that should hear when an interview is finished, scored or decided. You can send
            it a test event at once.
          </EmptyState>
        )}
      </Card>
    </>
  );
}

function WebhookRow({ webhook: { id, url, description, events, enabled, latest } }: { webhook: ListedWebhook }) {
  return (
    <li className="relative flex flex-wrap items-center gap-x-6 gap-y-2 p-4 hover:bg-hover sm:px-6">
      <div className="min-w-0 flex-1 basis-64">
        <h2 className="font-strong break-all">
          <Link href={`/settings/webhooks/${id}`} prefetch={false} className="after:absolute after:inset-0">
            {url}
          </Link>
        </h2>
        <p className="mt-1 text-sm break-words text-muted">
          {description ? `${description} · ` : ""}
          {eventWords(events)}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        {enabled ? <LatestDelivery latest={latest} /> : <StatusPill tone="negative">Disabled</StatusPill>}
      </div>
    </li>
  );
}

function LatestDelivery({ latest }: Pick<ListedWebhook, "latest">) {
  if (!latest) return "Nothing sent yet";
  const { tone, label } = STATUS_WORDS[latest.status];
  return (
    <span className="flex items-center gap-2">
      <StatusPill bare tone={tone}>
        {label}
      </StatusPill>
      <LocalTime at={latest.at} />
    </span>
  );
}
