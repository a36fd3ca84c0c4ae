import { LocalTime } from "@/components/ui/local-time.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Delivery } from "@/lib/contract/v1/webhooks.ts";
import { CodeBlock } from "./code-block.tsx";
import { pretty } from "./words.ts";

/** One try: what the receiver answered, or why it did not. */
export function DeliveryAttempt({ attempt }: { attempt: Delivery["attempts"][number] }) {
  const { at, response_status: status, response_body: body, error, duration_ms } = attempt;
  const arrived = status !== null && status >= 200 && status < 300;
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        <StatusPill bare tone={arrived ? "positive" : "negative"}>
          {status === null ? "No answer" : `Answered ${status}`}
        </StatusPill>
        <span>
          <LocalTime at={at} format="long" /> · {duration_ms} ms
        </span>
      </p>
      {error ? <p className="mt-1">{error}</p> : null}
      {body ? <CodeBlock>{pretty(body)}</CodeBlock> : null}
    </li>
  );
}
