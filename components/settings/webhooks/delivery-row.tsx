"use client";

import { useMutation } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { type AwaitedDelivery, redeliverMutation } from "@/lib/client/webhooks-api.ts";
import type { Delivery } from "@/lib/contract/v1/webhooks.ts";
import { CodeBlock } from "./code-block.tsx";
import { DeliveryAttempt } from "./delivery-attempt.tsx";
import { statusWords } from "./words.ts";

type DeliveryRowProps = {
  delivery: Delivery;
  /** A disabled webhook is sent nothing. */
  mayResend: boolean;
  onResent: (awaited: AwaitedDelivery) => void;
};

/** One event on its way: how it stands, and folded away what was sent and what came back. */
export function DeliveryRow(props: DeliveryRowProps) {
  const { delivery } = props;
  const { tone, label } = statusWords(delivery);
  return (
    <li className="px-4 py-3 sm:px-6">
      <Disclosure
        summary={
          <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1 font-normal">
            <code className="min-w-0 flex-1 basis-52 text-sm break-all">{delivery.type}</code>
            <StatusPill bare tone={tone}>
              {label}
            </StatusPill>
            <span className="text-muted">
              <LocalTime at={delivery.created_at} />
            </span>
          </span>
        }
      >
        <DeliveryDetails {...props} />
      </Disclosure>
    </li>
  );
}

function DeliveryDetails({ delivery, mayResend, onResent }: DeliveryRowProps) {
  const { id, webhook_id, message_id, interview_id, attempts, attempt_count, payload } = delivery;
  const toast = useToast();
  const resend = useMutation({
    ...redeliverMutation(webhook_id),
    onSuccess: () => {
      toast({ title: "It is sent once more", description: "The log shows what comes of it." });
      onResent({ id, attempts: attempt_count });
    },
    onError: (error) => toast({ tone: "negative", title: "It was not sent", description: error.message }),
  });
  return (
    <div className="flex flex-col gap-4 pb-2 text-sm">
      <p className="break-words text-muted">
        Message <code className="break-all">{message_id}</code>. <NextStep delivery={delivery} />{" "}
        {interview_id ? (
          <Link href={`/interviews/${interview_id}`} prefetch={false} className="text-accent underline">
            Open the interview
          </Link>
        ) : null}
      </p>
      <div>
        <h4 className="font-strong">Sent</h4>
        <CodeBlock>{JSON.stringify(payload, null, 2)}</CodeBlock>
      </div>
      {attempts.length > 0 ? (
        <div>
          <h4 className="font-strong">
            {attempt_count === 1 ? "What came back" : `What came back, in ${attempt_count} tries`}
          </h4>
          <ol className="mt-2 flex flex-col gap-3">
            {attempts.map((attempt) => (
              <DeliveryAttempt key={attempt.at} attempt={attempt} />
            ))}
          </ol>
        </div>
      ) : null}
      {mayResend ? (
        <Button size="small" loading={resend.isPending} onClick={() => resend.mutate(id)} className="self-start">
          <RotateCw aria-hidden size={14} />
          Send again
        </Button>
      ) : null}
    </div>
  );
}

function NextStep({ delivery: { status, delivered_at, next_attempt_at, attempt_count } }: { delivery: Delivery }) {
  if (status === "delivered" && delivered_at) {
    return (
      <>
        Arrived <LocalTime at={delivered_at} format="long" />.
      </>
    );
  }
  if (status === "failed") return "It is not tried again by itself.";
  if (attempt_count === 0 || !next_attempt_at) return "It is sent as soon as what came before it has arrived.";
  return (
    <>
      Tried again <LocalTime at={next_attempt_at} format="long" />.
    </>
  );
}
