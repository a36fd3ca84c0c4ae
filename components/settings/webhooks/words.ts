import type { Tone } from "@/components/ui/tone.tsx";
import type { Delivery } from "@/lib/contract/v1/webhooks.ts";
import type { DeliveryStatus } from "@/lib/domain/webhook-status.ts";
import { numberOf } from "../../../lib/words/format.ts";

export const STATUS_WORDS: Record<DeliveryStatus, { label: string; tone: Tone }> = {
  pending: { label: "On its way", tone: "neutral" },
  delivered: { label: "Delivered", tone: "positive" },
  failed: { label: "Failed", tone: "negative" },
};

/** How a delivery stands; one that has failed and is tried again is neither. */
export function statusWords({ status, attempt_count }: Pick<Delivery, "status" | "attempt_count">) {
  if (status === "pending" && attempt_count > 0) return { label: "Tried again", tone: "caution" } as const;
  return STATUS_WORDS[status];
}

/** What it listens to, in a few words. */
export function eventWords(events: readonly string[]): string {
  if (events.length === 0) return "All events";
  return events.length === 1 ? (events[0] ?? "") : `${events.length} kinds of events`;
}

/** What becomes of events that were missed. */
export function replayWords(count: number, more: boolean): { title: string; description: string } {
  if (count === 0)
    return { title: "Nothing was missed", description: "Everything of that time arrived or is on its way." };
  const title = count === 1 ? "One event is on its way" : `${numberOf(count)} events are on their way`;
  if (more) return { title, description: "They are the oldest. Choose it once more to send the next ones." };
  return { title, description: "The log below shows what came of them." };
}

/** JSON as people read it; anything else as it came. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
