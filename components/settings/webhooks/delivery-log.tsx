"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import { type AwaitedDelivery, deliveriesQuery } from "@/lib/client/webhooks-api.ts";
import { DELIVERY_STATUSES, type DeliveryStatus } from "@/lib/domain/webhook-status.ts";
import { DeliveryRow } from "./delivery-row.tsx";
import { STATUS_WORDS } from "./words.ts";

/** What a webhook was sent and is going to be, newest first. */
export function DeliveryLog({ webhookId, enabled }: { webhookId: string; enabled: boolean }) {
  const [status, setStatus] = useState<DeliveryStatus | null>(null);
  const id = useId();
  const [awaited, setAwaited] = useState<AwaitedDelivery | null>(null);
  const log = useInfiniteQuery(deliveriesQuery(webhookId, status, awaited));
  const deliveries = log.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <section aria-labelledby={id} className="mt-10">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h3 id={id} className="text-lg">
          Deliveries
        </h3>
        <Select
          aria-label="Which deliveries"
          value={status ?? ""}
          onChange={({ target }) => setStatus(DELIVERY_STATUSES.find((known) => known === target.value) ?? null)}
          className="w-40"
        >
          <option value="">All</option>
          {DELIVERY_STATUSES.map((known) => (
            <option key={known} value={known}>
              {STATUS_WORDS[known].label}
            </option>
          ))}
        </Select>
      </div>
      <div className="mt-4">
        {log.isError && deliveries.length === 0 ? (
          <Alert tone="negative" title="The log cannot be read just now" announce="alert">
            {log.error.message}
          </Alert>
        ) : null}
        {log.isPending ? <Skeleton className="h-40" /> : null}
        {log.isSuccess && deliveries.length === 0 ? (
          <p className="py-6 text-sm text-muted">
            {status ? "None of these." : "Nothing was sent yet. Send a test event to see whether the address works."}
          </p>
        ) : null}
        {deliveries.length > 0 ? (
          <Card padding="none">
            <ul aria-label="Deliveries, newest first" className="divide-y divide-hairline">
              {deliveries.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} mayResend={enabled} onResent={setAwaited} />
              ))}
            </ul>
          </Card>
        ) : null}
        {log.hasNextPage ? (
          <Button className="mt-4" loading={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
            Show older ones
          </Button>
        ) : null}
      </div>
    </section>
  );
}
