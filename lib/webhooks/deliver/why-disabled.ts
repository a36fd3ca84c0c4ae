import type { StopReason } from "../../domain/webhook-delivery.ts";

export const UNREADABLE =
  "The secret that signs its messages cannot be read any more, because the server's own secret has changed. Rotate the webhook's secret and give its receiver the new one.";

/** Why a webhook is disabled when one of its deliveries stops so, for a person to read; null: it goes on. */
export function whyDisabled(reason: StopReason, eventType: string): string | null {
  if (reason === "unreadable_secret") return UNREADABLE;
  if (reason === "gone") return "The receiver answered 410 Gone: it wants no more messages.";
  if (reason === "given_up") return `An event (${eventType}) could not be delivered for three days.`;
  return null;
}
